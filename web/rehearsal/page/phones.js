// @ts-check
import { find } from './page-element.js';
import { createPhone, nameOf, roleOf } from './phone.js';
import { createTabs } from './tabs.js';
import { text } from './texts.js';

/**
 * @typedef {import('../room.ts').PhoneOwner} Owner
 * @typedef {import('./conversation.js').Message} Message
 */

/**
 * The phones that stand side by side, and who is on each.
 * @param {{
 *   clock: { now(): number, parts(instant: string): import('./dates.js').Parts },
 *   duePanel: HTMLElement,
 *   isOnline(): boolean,
 *   reload(): void,
 * }} deps
 */
export function createPhones({ clock, duePanel, isOnline, reload }) {
  const phones = Array.from({ length: phoneCount }, (_, slot) =>
    createPhone({
      id: `phone-${slot + 1}`,
      clock,
      isOnline,
      openHere(chatId) {
        open = open.map((shown, n) => (n === slot ? chatId : shown));
        localStorage.setItem('phones', JSON.stringify(open));
        unread.delete(chatId);
        reload();
      },
    }),
  );
  find('#phones').append(...phones.map(({ element }) => element));
  const tabs = createTabs({ panels: [...phones.map(({ element }) => element), duePanel] });
  /** Chat ids, one for each phone; empty until it is known whose they are. @type {string[]} */
  let open = remembered();
  /** @type {Owner[]} */
  let owners = [];
  /** How many messages came to phones that are not open. @type {Map<string, number>} */
  const unread = new Map();

  return {
    open: () => open,
    /** @param {import('../wire.ts').StateJson} state */
    show(state) {
      owners = [...state.phones, ...state.others];
      open = state.phones.slice(0, phoneCount).map(({ chatId }) => chatId);
      for (const [slot, phone] of phones.entries()) {
        const shown = state.phones[slot];
        if (shown) phone.show(shown, openable(slot));
        phone.element.hidden = !shown;
      }
      labelTabs();
    },
    /** The language has changed. */
    refresh() {
      for (const [slot, phone] of phones.entries()) phone.refresh(openable(slot));
      labelTabs();
    },
    /** @param {string} chatId @param {Message} message */
    receive(chatId, message) {
      const slot = open.indexOf(chatId);
      if (slot !== -1) phones[slot]?.receive(message);
      if (message.from !== 'bot') return;
      if (slot !== -1) return tabs.announce(slot);
      unread.set(chatId, (unread.get(chatId) ?? 0) + 1);
      for (const [n, phone] of phones.entries()) phone.offer(openable(n));
    },
    /** @param {string} chatId @param {{ messageId: string, text: string }} change */
    retire(chatId, change) {
      phones[open.indexOf(chatId)]?.retire(change);
    },
    /** @param {number} count */
    announceDue(count) {
      tabs.announce(phoneCount, count);
    },
  };

  /** Its own, and whoever is on no other phone. @param {number} slot */
  function openable(slot) {
    return owners
      .filter(({ chatId }) => chatId === open[slot] || !open.includes(chatId))
      .map((owner) => ({ owner, label: labelOf(owner) }));
  }

  /** @param {Owner} owner */
  function labelOf(owner) {
    const news = unread.get(owner.chatId);
    const parts = [
      nameOf(owner),
      roleOf(owner),
      owner.unit,
      news ? `${news} ${text('room-new-messages')}` : '',
    ];
    return parts.filter(Boolean).join(' · ');
  }

  function labelTabs() {
    for (const [slot, phone] of phones.entries()) {
      const { name, positions } = phone.owner();
      const role = text(`room-tab-${positions[0] ?? 'nobody'}`);
      const givenName = name.trim().split(/\s+/).at(-1);
      if (givenName) tabs.label(slot, givenName, role);
      else tabs.label(slot, role, '');
    }
    tabs.label(phoneCount, text('room-tab-due'), '');
  }
}

const phoneCount = 3;

/** @returns {string[]} */
function remembered() {
  try {
    const stored = JSON.parse(localStorage.getItem('phones') ?? '[]');
    return Array.isArray(stored) && stored.every((id) => typeof id === 'string')
      ? stored.slice(0, phoneCount)
      : [];
  } catch {
    return [];
  }
}
