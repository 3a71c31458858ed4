// @ts-check
import { find, make } from './page-element.js';
import { hasText, text } from './texts.js';

/**
 * @typedef {import('../wire.ts').DueJson} Due
 * @typedef {{ kind: 'before' } | { kind: 'moving', to?: string } | { kind: 'arrived', now: string, undelivered: number }} Stage
 */

/**
 * The list of what fell due while the clock was moved.
 * @param {{ describe(instant: string): string }} deps
 */
export function createDuePanel({ describe }) {
  /** @type {Due[]} */
  let items = [];
  /** @type {Stage} */
  let stage = { kind: 'before' };
  /** @type {{ items: Due[], stage: Stage }} */
  let earlier = { items, stage };
  show();

  return {
    /** @param {string} [to] ISO, where that is known */
    begin(to) {
      earlier = { items, stage };
      items = [];
      stage = to ? { kind: 'moving', to } : { kind: 'moving' };
      show();
    },
    /** @param {Due} item */
    add(item) {
      items = [...items, item];
      show();
    },
    /** @param {{ now: string, undelivered?: number, due?: Due[] }} arrival `due` replaces what was added on the way */
    arrive({ now, undelivered = 0, due }) {
      items = due ?? items;
      stage = { kind: 'arrived', now, undelivered };
      show();
    },
    /** The clock did not move: the list is again what it was. */
    cancel() {
      ({ items, stage } = earlier);
      show();
    },
    refresh: show,
  };

  function show() {
    find('#due-summary').textContent = summary();
    find('#due').classList.toggle('empty', items.length === 0);
    find('#due-list').replaceChildren(...byInstant(items).map(instantItem));
  }

  function summary() {
    if (stage.kind === 'before') return text('room-due-before');
    if (stage.kind === 'moving')
      return `${text('room-jump-moving')}${stage.to ? ` ${describe(stage.to)}` : ''}…`;
    const arrived = `${text('room-jump-arrived')} ${describe(stage.now)}.`;
    const parts = [arrived];
    if (items.length === 0) parts.push(text('room-due-none'));
    if (stage.undelivered > 0) parts.push(`${text('room-due-undelivered')}: ${stage.undelivered}.`);
    return parts.join(' ');
  }

  /** @param {[string, Map<string, number>]} entry */
  function instantItem([at, kinds]) {
    const item = make('li', 'due-instant');
    item.append(make('time', 'due-at', describe(at)));
    const list = make('ul', 'due-kinds');
    for (const [kind, count] of kinds) {
      const row = make('li', `due-kind due-${kind}`);
      const key = `room-due-${kind}`;
      row.append(make('span', 'due-name', text(hasText(key) ? key : 'room-due-other')));
      row.append(make('span', 'due-count', String(count)));
      list.append(row);
    }
    item.append(list);
    return item;
  }
}

/** @param {readonly Due[]} items @returns {[string, Map<string, number>][]} */
function byInstant(items) {
  /** @type {Map<string, Map<string, number>>} */
  const instants = new Map();
  for (const { at, kind, count } of items) {
    const kinds = instants.get(at) ?? new Map();
    kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    instants.set(at, kinds);
  }
  return [...instants];
}
