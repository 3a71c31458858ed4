// @ts-check
/** @typedef {import('../wire.ts').EventJson} RoomEvent */

/**
 * Keeps the stream of events open. Each time it opens, `onOpen` runs, for what was missed meanwhile is not sent again.
 * @param {{ onOpen(): void, onLost(): void, onEvent(event: RoomEvent): void }} listener
 */
export function follow(listener) {
  const stream = new EventSource('/rehearsal/events');
  stream.addEventListener('open', () => listener.onOpen());
  stream.addEventListener('error', () => {
    listener.onLost();
    // The browser comes back by itself after a cut, but not after an answer that was no stream.
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => follow(listener), comeBackMs);
  });
  for (const name of names) {
    stream.addEventListener(name, ({ data }) => listener.onEvent({ event: name, data: JSON.parse(data) }));
  }
}

const names = /** @type {const} */ (['message', 'retired', 'clock', 'due']);
const comeBackMs = 3000;
