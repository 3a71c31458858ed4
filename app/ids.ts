import { randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { NewId } from '#domain/clock.ts';
import { inviteAlphabet, inviteCodeLength, type NewInviteCode } from '#domain/invite-code.ts';

/** A UUID version 7: sorts by its time of making. */
export const newId: NewId = () => v7();

export const newInviteCode: NewInviteCode = () =>
  Array.from({ length: inviteCodeLength }, () =>
    inviteAlphabet.charAt(randomInt(inviteAlphabet.length)),
  ).join('');

/** 32 bytes by chance, in base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
