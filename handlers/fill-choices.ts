import { encodeTap } from '#domain/callback.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Choice } from '#domain/channel.ts';
import { dayAndMonth } from '#locales/dates.ts';
import type { Say } from '#locales/text.ts';
import type { DueGroup } from '#handlers/due-groups.ts';
import { dutyNamed } from '#handlers/duty-words.ts';
import { unitOnButton } from '#handlers/label-words.ts';

/**
 * A button for each group that can be filled in here. Among several it says what tells its group from the others: the
 * unit, the last day, or both.
 */
export function fillChoices(catalogue: Catalogue, say: Say, groups: DueGroup[]): Choice[][] {
  const severalUnits = new Set(groups.map(({ unitId }) => unitId)).size > 1;
  const severalDays = new Set(groups.map(({ lastDay }) => lastDay)).size > 1;
  return groups
    .filter(({ assignments }) => assignments.some((one) => dutyNamed(catalogue, one).duty.form))
    .map((group) => [{ label: label(group), data: encodeTap('fill', group.lastDay, group.unitId) }]);

  function label({ unitName, lastDay: day }: DueGroup): string {
    const unit = unitOnButton(unitName);
    const lastDay = dayAndMonth(day);
    if (severalUnits && severalDays) return say('button-fill-due-unit', { unit, lastDay });
    if (severalUnits) return say('button-fill-unit', { unit });
    return severalDays ? say('button-fill-due', { lastDay }) : say('button-fill');
  }
}

/** "Đã gửi bằng văn bản" for these groups; of several the person is asked which report the paper is. */
export function paperChoice(say: Say, groups: DueGroup[]): Choice {
  const [first, ...others] = groups;
  const which = first && others.length === 0 ? [first.lastDay, first.unitId] : [];
  return { label: say('button-paper'), data: encodeTap('paper', ...which) };
}
