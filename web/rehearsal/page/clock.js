// @ts-check
import { fullDay, inputValue, partsOf, shortDay, shortMoment, timeOfDay } from './dates.js';
import { find } from './page-element.js';
import { currentLanguage, text } from './texts.js';

/** @typedef {import('../wire.ts').UpcomingJson} Upcoming */

/**
 * The rehearsal clock: shows where it unset, runs on with the time of day, and asks for jumps.
 * @param {{ onJump(to: string): void, onStale(): void }} deps `onStale`: a next instant has been passed
 */
export function createClock({ onJump, onStale }) {
  let zone = 'UTC';
  let setTo = 0;
  let setAt = 0;
  let unset = true;
  let shown = '';
  let held = true;
  /** @type {Upcoming | undefined} */
  let upcoming;

  for (const button of jumpButtons()) {
    button.addEventListener('click', () => {
      const to = targetOf(button);
      if (to && !held) onJump(to);
    });
  }
  chosen().addEventListener('input', showChosenDay);
  find('#chosen').addEventListener('submit', (event) => {
    event.preventDefault();
    if (!held && chosen().value) onJump(chosen().value);
  });
  setInterval(tick, 1000);

  return {
    /** @param {string} now ISO @param {string} [inZone] */
    set(now, inZone = zone) {
      zone = inZone;
      setTo = Date.parse(now);
      setAt = performance.now();
      unset = false;
      show();
    },
    /** @param {Upcoming} next */
    setUpcoming(next) {
      upcoming = next;
      showTargets();
    },
    /** While it cannot be moved: on its way already, or the server is away. @param {boolean} now */
    hold(now) {
      held = now;
      showHeld();
    },
    now,
    /** "thứ Ba 08/12 · 08:30". @param {string} instant ISO */
    describe: (instant) => shortMoment(partsOf(Date.parse(instant), zone), text),
    /** @param {string} instant ISO */
    parts: (instant) => partsOf(Date.parse(instant), zone),
    /** The language has changed. */
    refresh() {
      show();
      showTargets();
    },
  };

  /** ms */
  function now() {
    return setTo + (performance.now() - setAt);
  }

  function tick() {
    if (unset) return;
    if (timeOfDay(partsOf(now(), zone)) === shown) return;
    show();
    if (upcoming && Object.values(upcoming).some((instant) => Date.parse(instant) <= now())) onStale();
  }

  function show() {
    if (unset) return;
    const parts = partsOf(now(), zone);
    shown = timeOfDay(parts);
    find('#now-date').textContent = `${text(`room-weekday-${parts.weekday}`)}, ${fullDay(parts)}`;
    find('#now-time').textContent = shown;
    find('#leaf-day').textContent = parts.day;
    find('#leaf-month').textContent = monthName(parts);
    find('.leaf').classList.toggle('rest', parts.weekday === 7);
  }

  function showTargets() {
    if (!upcoming) return;
    for (const button of jumpButtons()) {
      const to = targetOf(button);
      // There only while an incident is open.
      if (button.dataset.jump === 'nextIncident') button.hidden = !to;
      find('.jump-at', button).textContent = to ? describeTarget(Date.parse(to)) : text('room-jump-none');
    }
    const input = chosen();
    input.min = inputValue(partsOf(now(), zone));
    if (!input.value || input.value < input.min)
      input.value = inputValue(partsOf(Date.parse(upcoming.tomorrow), zone));
    showChosenDay();
    showHeld();
  }

  /** Not `disabled`: that would throw the keyboard's focus away in the middle of a move. */
  function showHeld() {
    for (const button of jumpButtons()) button.ariaDisabled = String(held || !targetOf(button));
    find('.go').ariaDisabled = String(held);
    chosen().readOnly = held;
  }

  /** A browser may write the month before the day: say which day it is. */
  function showChosenDay() {
    const [date] = chosen().value.split('T');
    find('#chosen-day').textContent = date ? `· ${shortDay(partsOf(Date.parse(date), 'UTC'), text)}` : '';
  }

  /** Midnight is how a deadline is kept, and the end of the day before is how people say it. @param {number} instant ms */
  function describeTarget(instant) {
    const parts = partsOf(instant, zone);
    if (timeOfDay(parts) !== '00:00') return shortMoment(parts, text);
    return `${text('room-end-of')} ${shortDay(partsOf(instant - 1, zone), text)}`;
  }

  /** @param {HTMLButtonElement} button @returns {string | undefined} */
  function targetOf(button) {
    return upcoming?.[/** @type {keyof Upcoming} */ (button.dataset.jump)];
  }
}

/** @returns {NodeListOf<HTMLButtonElement>} */
function jumpButtons() {
  return document.querySelectorAll('.jump');
}

/** @returns {HTMLInputElement} */
function chosen() {
  return find('#chosen-at');
}

/** "tháng 12" · "December". @param {import('./dates.js').Parts} parts */
function monthName({ year, month }) {
  const first = new Date(`${year}-${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(currentLanguage(), { month: 'long', timeZone: 'UTC' }).format(first);
}
