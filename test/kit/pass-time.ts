import { addDays, dayOf, instantAt, timeOf, type Day, type Instant, type ZoneName } from '#domain/time.ts';
import type { SettableClock } from '#test/kit/clocks.ts';
import type { Engine } from '#test/kit/engine.ts';

/** The moments of a day at which the product looks in a story; between them, in life, it looks every minute. */
const moments = ['00:00', '08:29', '08:30', '14:30', '17:59'];

interface Passing {
  clock: SettableClock;
  zone: ZoneName;
  engine: Pick<Engine, 'plan' | 'remind' | 'watch' | 'nextIncidentMoment'>;
  delivered(): Promise<void>;
}

/**
 * Lets the time between now and then pass, planning and delivering at each moment of each day. Reports open at
 * midnight, so at the other moments only reminders are looked for. What falls due for incidents comes at its own minute.
 */
export async function passTime({ clock, zone, engine, delivered }: Passing, iso: string): Promise<void> {
  const end = new Date(iso);
  for (const moment of momentsBetween(clock.now(), end, zone)) {
    await passWithIncidents(moment);
    clock.set(moment.toISOString());
    const isMidnight = timeOf(moment, zone) === '00:00';
    const reminders = isMidnight ? (await engine.plan()).reminders : await engine.remind();
    if (reminders > 0) await delivered();
  }
  await passWithIncidents(end);
  clock.set(iso);

  async function passWithIncidents(until: Instant): Promise<void> {
    for (;;) {
      const next = await engine.nextIncidentMoment();
      if (!next || next > until) return;
      clock.set(next.toISOString());
      if ((await engine.watch()) > 0) await delivered();
    }
  }
}

function momentsBetween(start: Instant, end: Instant, zone: ZoneName): Instant[] {
  const days: Day[] = [];
  for (let day = dayOf(start, zone); day <= dayOf(end, zone); day = addDays(day, 1)) days.push(day);
  return days
    .flatMap((day) => moments.map((time) => instantAt(day, time, zone)))
    .filter((moment) => moment > start && moment <= end);
}
