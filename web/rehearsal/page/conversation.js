// @ts-check
/** What a phone shows, as data. Nothing here touches the page. */

/**
 * A message of the server, or one of ours on its way to it (`delivery`).
 * @typedef {import('../wire.ts').MessageJson & { delivery?: 'sending' | 'failed' }} Message
 */

/**
 * A message that came, or came again: the newer form takes the place of the older.
 * @param {readonly Message[]} messages
 * @param {Message} message
 * @returns {Message[]}
 */
export function withMessage(messages, message) {
  const known = messages.some(({ id }) => id === message.id);
  if (!known) return [...messages, message];
  return messages.map((older) => (older.id === message.id ? message : older));
}

/**
 * @param {readonly Message[]} messages
 * @param {{ messageId: string, text: string }} change
 * @returns {Message[]}
 */
export function withRetired(messages, { messageId, text }) {
  return messages.map((message) => {
    if (message.id !== messageId) return message;
    const { choices: _gone, ...rest } = message;
    return { ...rest, text, retired: true };
  });
}

/**
 * After the state was read again: what the server has, then what never reached it.
 * @param {readonly Message[]} fromServer
 * @param {readonly Message[]} held
 * @returns {Message[]}
 */
export function afterReload(fromServer, held) {
  const unsent = held.filter(
    ({ id, delivery }) => delivery && !fromServer.some((message) => message.id === id),
  );
  return [...fromServer, ...unsent];
}
