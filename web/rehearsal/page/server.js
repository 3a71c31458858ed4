// @ts-check
import { currentLanguage, text } from './texts.js';

/**
 * @typedef {{ kind: 'done', answer: any } | { kind: 'refused', error: string, message: string } | { kind: 'unreachable', message: string }} Outcome
 */

/** @param {readonly string[]} phones @returns {Promise<import('../wire.ts').StateJson | undefined>} */
export async function readState(phones) {
  const outcome = await ask(`/rehearsal/state?phones=${phones.map(encodeURIComponent).join(',')}`, {});
  return outcome.kind === 'done' ? outcome.answer : undefined;
}

/** @returns {Promise<import('../wire.ts').UpcomingJson | undefined>} */
export async function readUpcoming() {
  const outcome = await ask('/sandbox/upcoming', {});
  return outcome.kind === 'done' ? outcome.answer : undefined;
}

/** @param {string} chatId @param {string} clientId @param {string} text */
export function sendText(chatId, clientId, text) {
  return post(`/rehearsal/phones/${encodeURIComponent(chatId)}/messages`, { text, clientId });
}

/** The sample picture. @param {string} chatId @param {string} clientId @param {string} caption */
export function sendPhoto(chatId, clientId, caption) {
  return post(`/rehearsal/phones/${encodeURIComponent(chatId)}/photos`, { caption, clientId });
}

/** @param {string} chatId @param {string} clientId @param {string} messageId @param {string} data */
export function sendTap(chatId, clientId, messageId, data) {
  return post(`/rehearsal/phones/${encodeURIComponent(chatId)}/taps`, { messageId, data, clientId });
}

/** @param {string} chatId @param {'telegram' | 'zalo'} look */
export function setLook(chatId, look) {
  return post(`/rehearsal/phones/${encodeURIComponent(chatId)}/look`, { look });
}

/** @param {string} now ISO; without an offset it is read in the product's zone */
export function moveClock(now) {
  return post('/sandbox/clock', { now });
}

/** Unlike `crypto.randomUUID` this works on a page that was not loaded from the loopback. */
export function newClientId() {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** @param {string} path @param {object} body */
function post(path, body) {
  return ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

/** @param {string} path @param {RequestInit} init @returns {Promise<Outcome>} */
async function ask(path, init) {
  try {
    const headers = { ...init.headers, 'accept-language': currentLanguage() };
    const response = await fetch(path, { ...init, headers, signal: AbortSignal.timeout(patienceMs) });
    const answer = await response.json();
    if (response.ok) return { kind: 'done', answer };
    return { kind: 'refused', error: answer.error, message: answer.message ?? text('room-error-failed') };
  } catch {
    return { kind: 'unreachable', message: text('room-error-offline') };
  }
}

/** A long way of the clock waits up to 10 s for what is still going out, besides the way itself. */
const patienceMs = 120_000;
