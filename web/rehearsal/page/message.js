// @ts-check
import { timeOfDay } from './dates.js';
import { make } from './page-element.js';
import { text } from './texts.js';

/** @typedef {import('./conversation.js').Message} Message */

/**
 * One message of a transcript.
 * @param {Message} message
 * @param {{
 *   parts(instant: string): import('./dates.js').Parts,
 *   tap(message: Message, data: string): Promise<string | undefined>,
 *   sendAgain(message: Message): void,
 * }} deps `tap` answers what went wrong, if anything did
 */
export function messageElement(message, { parts, tap, sendAgain }) {
  const element = make('div', `message from-${message.from}`);
  if (message.delivery) element.classList.add(message.delivery);
  const bubble = make('div', 'bubble');
  bubble.append(make('span', 'unseen', text(`room-from-${message.from}`)));
  bubble.append(make('p', 'said', message.text));
  bubble.append(make('time', 'at', timeOfDay(parts(message.at))));
  element.append(bubble);
  if (message.choices && message.choices.length > 0) element.append(choices(message, message.choices, tap));
  if (message.delivery === 'failed') element.append(failedNote(message, sendAgain));
  return element;
}

/**
 * @param {Message} message
 * @param {NonNullable<Message['choices']>} rows
 * @param {(message: Message, data: string) => Promise<string | undefined>} tap
 */
function choices(message, rows, tap) {
  const block = make('div', 'choices');
  const trouble = make('p', 'tap-trouble');
  trouble.setAttribute('role', 'status');
  for (const row of rows) {
    const line = make('div', 'choice-row');
    for (const { label, data } of row) {
      const button = /** @type {HTMLButtonElement} */ (make('button', 'choice', label));
      button.type = 'button';
      button.addEventListener('click', () => void press(button, data));
      line.append(button);
    }
    block.append(line);
  }
  block.append(trouble);
  return block;

  /** @param {HTMLButtonElement} button @param {string} data */
  async function press(button, data) {
    if (block.classList.contains('busy')) return;
    // Not `disabled`: that would throw the keyboard's focus away.
    block.classList.add('busy');
    button.classList.add('pressed');
    trouble.textContent = '';
    trouble.textContent = (await tap(message, data)) ?? '';
    // The second half of a double click comes later than the answer of a server on the same machine.
    setTimeout(() => {
      block.classList.remove('busy');
      button.classList.remove('pressed');
    }, doubleClickMs);
  }
}

/** @param {Message} message @param {(message: Message) => void} sendAgain */
function failedNote(message, sendAgain) {
  const note = make('p', 'failed-note', `${text('room-not-sent')} `);
  const again = /** @type {HTMLButtonElement} */ (make('button', 'plain', text('room-send-again')));
  again.type = 'button';
  again.addEventListener('click', () => sendAgain(message));
  note.append(again);
  return note;
}

const doubleClickMs = 600;
