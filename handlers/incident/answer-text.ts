import { readYesNo } from '#domain/answers/yes-no.ts';
import { decodeTap } from '#domain/callback.ts';
import { dialogueWord } from '#domain/dialogue-word.ts';
import { isBareIncidentWord } from '#domain/incident/bare-word.ts';
import { falseAlarmWord } from '#domain/incident/responder-words.ts';
import { recogniseIncident } from '#domain/incident/recognise.ts';
import { suggestKind } from '#domain/incident/suggest-kind.ts';
import { readImpact, saysNotKnown, unknownImpact } from '#domain/incident/read-impact.ts';
import { readSystem } from '#domain/incident/read-system.ts';
import { fold } from '#domain/vietnamese.ts';
import { pickChoice } from '#domain/numbered-choice.ts';
import { lastShownTo } from '#storage/queries/messages.ts';
import type { StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import { answer, answerImpact, answerSystem, type RecordedTalk } from '#handlers/incident/answer.ts';
import { answerMore } from '#handlers/incident/answer-more.ts';
import { choose } from '#handlers/incident/answer-tap.ts';
import { ask, type OpenTalk } from '#handlers/incident/ask.ts';
import { askWhichOne, recordAndAsk } from '#handlers/incident/begin.ts';
import { enrich } from '#handlers/incident/enrich.ts';
import { askIfFalseAlarm } from '#handlers/incident/false-alarm.ts';
import { openTalk } from '#handlers/incident/open-talk.ts';
import { questionOf } from '#handlers/incident/questions.ts';
import type { OfficerTurn } from '#handlers/turn.ts';
import { isTypedTooEarly, lastMomentOf } from '#handlers/typed-too-early.ts';

/**
 * A text typed by whoever reports an incident: the answer to what is being asked, or more about it, which is never lost.
 * Gives back what turns out to be no word about an incident.
 */
export async function answerTalk(
  turn: OfficerTurn,
  stored: StoredIncidentTalk,
  typed: string,
): Promise<string | undefined> {
  const talk = await openTalk(turn, stored);
  if (!talk) return typed;
  const question = await questionOf(turn, talk);
  // Several at once may be typed there; what can be read as that is no tap on one of them.
  const isImpact = talk.stage === 'impact' && readImpact(typed).kind === 'read';
  const { takesNumbers = false } = question;
  const picked = isImpact ? undefined : pickChoice(question.choices ?? [], typed, { takesNumbers });
  const tap = picked?.kind === 'chosen' ? decodeTap(picked.data) : undefined;
  const [verb = '', id = '', value = ''] = tap?.args ?? [];
  const isChoice = isImpact || (tap !== undefined && id === talk.id);
  if (isChoice && (await isForAnother(turn, talk, typed))) {
    await keepForNow(turn, talk, typed);
    return undefined;
  }
  if (tap && id === talk.id) return choose(turn, talk, verb, value);
  if (talk.incident) await answerAbout(turn, { ...talk, incident: talk.incident }, typed);
  else return answerBefore(turn, talk, typed);
  return undefined;
}

/** It answers nothing that was asked, but words about a recorded incident are never lost. */
async function keepForNow(turn: OfficerTurn, talk: OpenTalk, typed: string): Promise<void> {
  const isNumber = /^\W*[\d\s,;.+&/-]+\W*$/.test(typed);
  if (talk.incident && !isNumber) return addAndAskAgain(turn, { ...talk, incident: talk.incident }, typed);
  return ask(turn, talk, [turn.say('answer-too-early')]);
}

/** A choice that was typed before its question could be read, or a number typed under another message. */
async function isForAnother(turn: OfficerTurn, { askedBy }: OpenTalk, typed: string): Promise<boolean> {
  const { tx, message } = turn;
  if (askedBy === null) return false;
  if (await isTypedTooEarly(turn, askedBy)) return true;
  if (!message.withoutButtons || !/^\W*\d+\W*$/.test(typed)) return false;
  return (await lastShownTo(tx, message, lastMomentOf(message)))?.id !== askedBy;
}

/** Nothing is recorded yet: any account of it records it. */
async function answerBefore(turn: OfficerTurn, talk: OpenTalk, typed: string): Promise<string | undefined> {
  const { stage, state } = talk;
  const yes = readYesNo(typed);
  if (falseAlarmWord(typed) || yes === false) {
    return choose(turn, talk, stage === 'kind' ? 'mistake' : 'no', '');
  }
  if (yes === true && stage !== 'kind') return choose(turn, talk, 'yes', '');
  const recognised = recogniseIncident(typed);
  const isBare = recognised.kind === 'incident' && recognised.why === 'word';
  const said = [...state.said, typed];
  if (stage === 'kind' ? !isBare && yes === undefined : recognised.kind === 'incident') {
    await recordAndAsk(turn, talk, { text: said.join('\n') });
  } else {
    await ask(turn, { ...talk, state: stage === 'kind' ? state : { ...state, said } });
  }
  return undefined;
}

async function answerAbout(turn: OfficerTurn, talk: RecordedTalk, typed: string): Promise<void> {
  if (falseAlarmWord(typed)) return askIfFalseAlarm(turn, talk.incident.id);
  const recognised = recogniseIncident(typed);
  if (talk.stage !== 'again' && recognised.kind === 'incident' && isAboutAnother(talk, typed)) {
    return askWhichOne(turn, talk.incident, typed);
  }
  const isImpact = talk.stage === 'impact' && readImpact(typed).kind === 'read';
  if (talk.stage !== 'again' && !isImpact && answersNothing(typed)) {
    return ask(turn, talk, [turn.say('incident-answer-unclear', { text: typed })]);
  }
  switch (talk.stage) {
    case 'kind':
      return answer(
        turn,
        talk,
        {
          facts: { kind: suggestKind(typed, turn.deps.catalogue.incidents.kinds) ?? 'unknown' },
          ...(isPassedOver(typed) ? { fact: 'kind' } : { text: typed, describes: true, fact: 'description' }),
        },
        [turn.say('incident-noted-text', { number: talk.incident.number })],
      );
    case 'system': {
      if (isPassedOver(typed)) return answerSystem(turn, talk, undefined);
      const isAccount = recognised.kind === 'incident' || typed.length > longestName;
      return isAccount ? addAndAskAgain(turn, talk, typed) : answerSystem(turn, talk, readSystem(typed));
    }
    case 'impact':
      return answerHowBad(turn, talk, typed);
    case 'again':
      return answerWhich(turn, talk, typed);
    default:
      return answerMore(turn, talk, typed);
  }
}

/** "Sự cố!" alone, "sự cố khác: …", or the real thing in the middle of a drill; anything else is about this one. */
function isAboutAnother({ incident }: RecordedTalk, typed: string): boolean {
  if (isBareIncidentWord(typed) || /\b(su co|sc) (khac|moi|nua|thu hai)\b/.test(fold(typed))) return true;
  return incident.drill && /\bthật\b/iu.test(typed.normalize('NFC'));
}

/** What was not understood is kept and asked once more; the second time nobody is kept with it. */
async function answerHowBad(turn: OfficerTurn, talk: RecordedTalk, typed: string): Promise<void> {
  const reading = readImpact(typed);
  if (reading.kind === 'read') return answerImpact(turn, talk, reading.impact, typed);
  if (isPassedOver(typed)) return answerImpact(turn, talk, unknownImpact);
  const { number } = talk.incident;
  if (talk.state.misread) {
    const kept = { facts: { impact: unknownImpact }, text: typed, describes: true, fact: 'impact' };
    return answer(turn, talk, kept, [turn.say('incident-noted-text', { number })]);
  }
  const incident = await enrich(turn, talk.incident, { text: typed, describes: true, fact: 'description' });
  const state = { ...talk.state, misread: true };
  return ask(turn, { ...talk, incident, state }, [turn.say('incident-impact-misread', { number })]);
}

async function answerWhich(turn: OfficerTurn, talk: RecordedTalk, typed: string): Promise<void> {
  const saysOther = /^(sự cố )?(khác|mới)\b|^(su co )?(khac|moi)\b/iu.test(typed.trim());
  if (saysOther) return void (await choose(turn, talk, 'other', ''));
  const isIt = readYesNo(typed) === true || typed.toUpperCase().includes(talk.incident.number);
  if (isIt) return void (await choose(turn, talk, 'same', ''));
  const said = [...talk.state.said, typed];
  const incident = await enrich(turn, talk.incident, { text: typed });
  return ask(turn, { ...talk, incident, state: { ...talk.state, said } });
}

async function addAndAskAgain(turn: OfficerTurn, talk: RecordedTalk, typed: string): Promise<void> {
  const incident = await enrich(turn, talk.incident, { text: typed, describes: true, fact: 'description' });
  const { number } = incident;
  return ask(turn, { ...talk, incident }, [turn.say('incident-noted-text', { number })]);
}

/** "Chưa rõ", "bỏ qua": on to the next question. */
function isPassedOver(typed: string): boolean {
  return saysNotKnown(typed) || dialogueWord(typed) === 'skip' || /^(xong|tiep|het)$/.test(fold(typed));
}

/** "Ừ", "9", "?": no account, no name and no time; it would only stand in the papers. */
function answersNothing(typed: string): boolean {
  if (isPassedOver(typed)) return false;
  if (readYesNo(typed) === true) return true;
  const hasWord = /\p{L}{2}/u.test(typed);
  const hasTimeOrNumber = /\d\s?[hg:/.]|\d\D?\d\D?\d/iu.test(typed);
  return !hasWord && !hasTimeOrNumber;
}

/** A longer text than this is no name of a system. */
const longestName = 80;
