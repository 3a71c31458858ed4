import { encodeTap } from '#domain/callback.ts';
import { findDuty } from '#domain/catalogue.ts';
import { shorten } from '#domain/shorten.ts';
import { longestMessage } from '#domain/split-text.ts';
import { type Language, textIn } from '#locales/text.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { coordinatingOfficers } from '#storage/queries/officers.ts';
import { returnsOf } from '#storage/queries/returns.ts';
import { sentVersions } from '#storage/queries/sent-reports.ts';
import {
  differenceLines,
  oddLines,
  type Versions,
  type Words,
} from '#handlers/after-sending/difference-words.ts';
import { sentAction } from '#handlers/after-sending/sent-action.ts';
import { titlesOf } from '#handlers/duty-words.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** So many lines are read on a phone; the whole report is a tap away. */
const mostLines = 12;

/** What the coordinators hear of a sending. What came as usual is none of it. */
type News = 'corrected' | 'supplemented' | 'odd';

/**
 * Reports were stored just now; `reports`: as they were before. The coordinators hear of a correction, of what comes on their
 * own asking (whoever asked), and of figures that looked wrong and were confirmed: one message for each unit's sending.
 */
export async function tellCoordinators(turn: OfficerTurn, reports: readonly Assignment[]): Promise<void> {
  const { tx, deps, officer } = turn;
  const theirs = reports.filter(
    (one) => findDuty(deps.catalogue, one)?.duty.recipient?.role === 'coordinator',
  );
  for (const ofUnit of Map.groupBy(theirs, ({ unitId }) => unitId).values()) {
    const versions = await versionsOf(turn, ofUnit);
    const news = newsOf({ catalogue: deps.catalogue, language: 'vi', say: textIn('vi') }, versions);
    const [first] = versions;
    if (!news || !first) continue;
    const coordinators = await coordinatingOfficers(tx);
    const askers = news === 'supplemented' ? await askersOf(turn, ofUnit) : [];
    const asked = coordinators.filter((id) => askers.includes(id));
    for (const officerId of asked.length > 0 ? asked : coordinators) {
      if (officerId === officer.id) continue;
      await tell(turn, officerId, `sent:${first.last.submissionId}:${officerId}`, (language) => ({
        kind: 'text',
        text: textOf(turn, language, versions, news),
        choices: choicesUnder(language, first.last.submissionId),
      }));
    }
  }
}

async function versionsOf({ tx }: OfficerTurn, reports: Assignment[]): Promise<Versions[]> {
  const all = await sentVersions(
    tx,
    reports.map(({ id }) => id),
  );
  return reports.flatMap((report) => {
    const [last, before] = all.filter(({ assignmentId }) => assignmentId === report.id).reverse();
    return last ? [{ report, last, ...(before ? { before } : {}) }] : [];
  });
}

function newsOf(words: Words, versions: Versions[]): News | undefined {
  if (versions.some(({ report }) => report.isReturned)) return 'supplemented';
  if (versions.some(({ report }) => report.correctionReason !== null)) return 'corrected';
  return oddLines(words, versions).length > 0 ? 'odd' : undefined;
}

async function askersOf({ tx }: OfficerTurn, reports: Assignment[]): Promise<string[]> {
  const returns = await returnsOf(
    tx,
    reports.map(({ id }) => id),
  );
  const last = new Map(returns.map(({ assignmentId, returnedBy }) => [assignmentId, returnedBy]));
  return [...last.values()];
}

const headings = {
  corrected: 'news-corrected',
  supplemented: 'news-supplemented',
  odd: 'news-odd',
} as const satisfies Record<News, string>;

function textOf({ deps }: OfficerTurn, language: Language, versions: Versions[], news: News): string {
  const words: Words = { catalogue: deps.catalogue, language, say: textIn(language) };
  const { say } = words;
  const reports = versions.map(({ report }) => report);
  const lines = news === 'odd' ? oddLines(words, versions) : differenceLines(words, versions);
  const version = Math.max(...versions.map(({ last }) => last.version));
  const reasons = [...new Set(versions.flatMap(({ last }) => last.reason ?? []))];
  const text = [
    say(headings[news], {
      unit: reports[0]?.unitName ?? '',
      titles: titlesOf(deps.catalogue, language, reports),
      version,
    }),
    ...(lines.length === 0 ? [say('news-same-figures')] : lines.slice(0, mostLines)),
    ...(lines.length > mostLines ? [say('news-more', { count: lines.length - mostLines })] : []),
    ...reasons.map((reason) => say('news-reason', { reason })),
  ].join('\n');
  return shorten(text, longestMessage);
}

function choicesUnder(language: Language, submissionId: string) {
  const say = textIn(language);
  return [
    [
      { label: say('button-seen'), data: encodeTap(sentAction, 'seen', submissionId) },
      { label: say('button-ask-again'), data: encodeTap(sentAction, 'ask', submissionId, 'all') },
    ],
  ];
}
