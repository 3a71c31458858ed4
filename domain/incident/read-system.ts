import type { IncidentSystem } from '#domain/incident/incident.ts';
import { fold } from '#domain/vietnamese.ts';

/** A system as it was typed, with its level where that was typed too: "cổng dịch vụ công, cấp 3". */
export function readSystem(typed: string): IncidentSystem {
  const name = typed.normalize('NFC').trim();
  const [, level] = /\b(?:cap|level)(?: do)? ?([1-5])\b/.exec(fold(typed)) ?? [];
  return { name, ...(level === undefined ? {} : { level: Number(level) }) };
}
