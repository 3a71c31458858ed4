import type { Day } from '#domain/time.ts';
import { addDays } from '#domain/time.ts';
import { dayAhead } from '#domain/day-ahead.ts';
import { fold } from '#domain/vietnamese.ts';

/** Is more time asked for: "xin gia hạn đến thứ 6", "xin lùi hạn", "cho em nộp muộn 2 ngày"? */
export function asksForExtension(text: string): boolean {
  return extension.test(fold(text));
}

/** The last day that is wished for; `lastDay` is what holds now, from which "thêm 3 ngày" counts. */
export function dayWished(text: string, today: Day, lastDay: Day): Day | undefined {
  const more = /\b(\d{1,2}|mot|hai|ba|bon|nam|bay) ngay( nua)?\b/.exec(
    fold(text).replace(/\bngay \d+.*$/, ''),
  );
  if (more) return addDays(lastDay, counts[more[1] ?? ''] ?? Number(more[1]));
  return dayAhead(text, today);
}

const counts: Record<string, number> = { mot: 1, hai: 2, ba: 3, bon: 4, nam: 5, bay: 7 };

/** So many days after the deadline itself at most: beyond, the next period's report is due. */
export const longestExtensionDays = 31;

const extension =
  /\b(gia han|lui (lai )?(thoi )?han|lui ngay nop|hoan han|keo dai (thoi )?han|doi han)\b|\b(xin|cho (em|toi|don vi|minh|phep))\b.*\b(nop|gui)\b.*\b(cham|muon|tre)\b|\bxin them (\d+|mot|hai|ba|vai) ngay\b/;
