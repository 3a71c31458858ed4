import { createHash } from 'node:crypto';
import { inviteCodeIn, wrongCodeWindowMs, wrongCodesAllowed } from '#domain/invite-code.ts';
import { viewScope, unitsReportedFor } from '#domain/access.ts';
import type { Officer } from '#domain/organisation.ts';
import { textIn, type Say } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { linkChat } from '#storage/queries/identities.ts';
import { countWrongCode, forgetAsked, lockTries } from '#storage/queries/code-tries.ts';
import { redeemInvite, type Redeemed } from '#storage/queries/invites.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { answerStranger } from '#handlers/answer-stranger.ts';
import { toldWhenFull } from '#handlers/full-bot.ts';
import { tellOfNewChat } from '#handlers/tell-of-new-chat.ts';
import type { OfficerTurn, Turn } from '#handlers/turn.ts';

/** What is stored of an invite code. */
export function inviteDigest(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** A chat of nobody's: it may show its invite code, and is told nothing else. */
export async function meetStranger(turn: Turn, typed: string): Promise<void> {
  const code = inviteCodeIn(typed);
  if (!code) {
    const guess = /^[\p{L}\d -]{6,12}$/u.test(typed.trim()) && /\d/.test(typed);
    return answerStranger(turn, guess ? turn.say('code-unknown') : turn.say('stranger-hello'));
  }
  await tryCode(turn, code);
}

/** Somebody known shows a code: their own again, or a new invite for this chat. */
export async function showCodeAgain(turn: OfficerTurn, typed: string): Promise<void> {
  const code = inviteCodeIn(typed);
  if (!code) return turn.reply({ text: turn.say('code-already-linked', { name: turn.officer.name }) });
  await tryCode(turn, code, turn.officer);
}

/** `known`: whose chat it is shown in, if anybody's; they too may guess only so often. */
async function tryCode(turn: Turn, code: string, known?: Officer): Promise<void> {
  const { tx, message, say, now } = turn;
  const { wrongCodes } = await lockTries(tx, message, {
    ...{ now, since: new Date(now.getTime() - wrongCodeWindowMs) },
  });
  if (wrongCodes >= wrongCodesAllowed) return refuse(say('code-too-many'));
  // Whoever is known has a place here already.
  const full = known ? undefined : await toldWhenFull(turn, inviteDigest(code));
  if (full) return turn.reply({ text: full });
  const redeemed = await redeemInvite(tx, inviteDigest(code), now, known?.id);
  switch (redeemed.kind) {
    case 'redeemed':
      return join(turn, redeemed.officerId);
    case 'own-link':
      return turn.reply({ text: say('link-code-own') });
    case 'expired':
    case 'unknown':
      // The link of one's own invite may be opened again and again.
      if (redeemed.kind === 'unknown' || !redeemed.own) await countWrongCode(tx, message);
      return refuse(known ? say('code-already-linked', { name: known.name }) : refusal(say, redeemed));
  }

  function refuse(text: string): Promise<void> {
    return known ? turn.reply({ text }) : answerStranger(turn, text);
  }
}

async function join(turn: Turn, officerId: string): Promise<void> {
  const { tx, deps, message, now } = turn;
  const { bot, chatId, channel } = message;
  const chat = { id: deps.newId(), officerId, channel, bot, chatId, linkedAt: now };
  const { before } = await linkChat(tx, chat);
  await forgetAsked(tx, chat);
  const done = { at: now, actorId: officerId, details: { bot } };
  const isMoved = before !== undefined && before !== officerId;
  if (isMoved) await recordAudit(tx, { ...done, action: 'chat-unlinked', subjectId: before });
  await recordAudit(tx, { ...done, action: 'chat-linked', subjectId: officerId });
  const officer = await findOfficer(tx, officerId);
  if (!officer) throw new Error(`The invite names an officer who does not exist: ${officerId}.`);
  const next = await tellOfNewChat(turn, officer, { isNew: before !== officerId });
  await turn.reply({ text: welcome(textIn(officer.language), officer, next) });
}

function refusal(say: Say, refused: Extract<Redeemed, { kind: 'expired' | 'unknown' }>): string {
  if (refused.kind === 'unknown') return say('code-unknown');
  return refused.link ? say('code-link-expired') : say('code-expired');
}

/** `next`: what to know now; by default what their positions let them do. */
function welcome(say: Say, officer: Officer, next = firstSteps(say, officer)): string {
  const positions = officer.positions.map(({ kind, unit }) =>
    say('position-at', { position: say(`position-${kind}`), unit: unit.name }),
  );
  return say('welcome', { name: officer.name, positions: positions.join('; ') || '–', next });
}

function firstSteps(say: Say, officer: Officer): string {
  if (unitsReportedFor(officer).length > 0) return say('welcome-next-reporter');
  return viewScope(officer).kind === 'none' ? say('welcome-next-none') : say('welcome-next-manager');
}
