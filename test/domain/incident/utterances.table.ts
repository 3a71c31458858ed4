import { answers } from '#test/domain/incident/answers.table.ts';
import { doubts } from '#test/domain/incident/doubts.table.ts';
import { fourthRound } from '#test/domain/incident/fourth-round.table.ts';
import { harmless } from '#test/domain/incident/harmless.table.ts';
import { incidents } from '#test/domain/incident/incidents.table.ts';
import { secondRound } from '#test/domain/incident/second-round.table.ts';
import { thirdRound } from '#test/domain/incident/third-round.table.ts';
import type { Utterance } from '#test/domain/incident/utterance.ts';

export const utterances: Utterance[] = [
  ...incidents,
  ...doubts,
  ...harmless,
  ...answers,
  ...secondRound,
  ...thirdRound,
  ...fourthRound,
];
