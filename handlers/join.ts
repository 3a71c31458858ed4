import { createHash } from 'node:crypto';
import { inviteCodeIn, wrongCodeWindowMs, wrongCodesAllowed } from '#domain/invite-code.ts';
import { viewScope, unitsReportedFor } from '#domain/access.ts';
import type { Officer } from '#domain/organisation.ts';
import { textIn, type Say } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { linkChat } from '#storage/queries/identities.ts';
import { countWrongCode, lockStranger, redeemInvite, type Redeemed } from '#storage/queries/invites.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { toldWhenFull } from '#handlers/full-bot.ts';
import { tellOfNewChat } from '#handlers/tell-of-new-chat.ts';
import type { OfficerTurn, Turn } from '#handlers/turn.ts';

/** What is stored of an invite code. */
export function inviteDigest(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** A chat of nobody's: it may show its invite code, and is told nothing else. */
export async function meetStranger(turn: Turn, typed: string): Promise<void> {
  const { tx, message, say, now } = turn;
  const code = inviteCodeIn(typed);
  if (!code) {
    const guess = /^[\p{L}\d -]{6,12}$/u.test(typed.trim()) && /\d/.test(typed);
    return turn.reply({ text: guess ? say('code-unknown') : say('stranger-hello') });
  }
  const { wrongCodes } = await lockStranger(tx, {
    bot: message.bot,
    chatId: message.chatId,
    now,
    countSince: new Date(now.getTime() - wrongCodeWindowMs),
  });
  if (wrongCodes >= wrongCodesAllowed) return turn.reply({ text: say('code-too-many') });
  await tryCode(turn, code, () => countWrongCode(tx, message.bot, message.chatId));
}

/** Somebody known shows a code: their own again, or a new invite for this chat. */
export async function showCodeAgain(turn: OfficerTurn, typed: string): Promise<void> {
  const code = inviteCodeIn(typed);
  if (!code) return turn.reply({ text: turn.say('code-already-linked', { name: turn.officer.name }) });
  await tryCode(turn, code, () => Promise.resolve(), turn.officer);
}

async function tryCode(turn: Turn, code: string, wrong: () => Promise<void>, known?: Officer): Promise<void> {
  const { tx, say, now } = turn;
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
      if (known) return turn.reply({ text: say('code-already-linked', { name: known.name }) });
      await wrong();
      return turn.reply({ text: refusal(say, redeemed) });
  }
}

async function join(turn: Turn, officerId: string): Promise<void> {
  const { tx, deps, message, now } = turn;
  const { bot, chatId, channel } = message;
  const chat = { id: deps.newId(), officerId, channel, bot, chatId, linkedAt: now };
  const { before } = await linkChat(tx, chat);
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
