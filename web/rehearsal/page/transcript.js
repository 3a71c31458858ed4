// @ts-check
import { fullDay } from './dates.js';
import { messageElement } from './message.js';
import { find, make } from './page-element.js';
import { text } from './texts.js';

/** @typedef {import('./conversation.js').Message} Message */

/**
 * The scrolling list of one phone's messages. Only what has changed is drawn anew, so that a screen reader says just that.
 * @param {HTMLElement} screen
 * @param {Parameters<typeof messageElement>[1]} deps
 */
export function createTranscript(screen, deps) {
  const list = find('.transcript', screen);
  const newest = find('.newest', screen);
  /** @type {Map<string, { element: HTMLElement, drawnAs: string }>} */
  let drawn = new Map();
  let atEnd = true;
  let focusNextChoice = false;

  list.addEventListener('scroll', () => {
    atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < nearEndPx;
    newest.hidden = atEnd;
  });
  newest.addEventListener('click', () => toEnd('smooth'));
  // A phone behind another tab has no height to scroll in until it is shown.
  new ResizeObserver(() => {
    if (atEnd) toEnd('instant');
  }).observe(list);

  return {
    /** Another person's phone, or another language: nothing of what comes next is news. */
    clear() {
      drawn = new Map();
      list.replaceChildren();
      list.ariaLive = 'off';
      atEnd = true;
    },
    /** @param {readonly Message[]} messages */
    show(messages) {
      const wasFocused = list.contains(document.activeElement) && document.activeElement !== list;
      draw(messages);
      const mine = messages.at(-1)?.delivery === 'sending';
      if (atEnd || mine) toEnd('instant');
      else newest.hidden = false;
      if (wasFocused && !list.contains(document.activeElement)) {
        list.focus({ preventScroll: true });
        focusNextChoice = true;
      }
      if (focusNextChoice && document.activeElement === list) focusNewestChoice();
      find('.nothing', screen).hidden = messages.length > 0;
      requestAnimationFrame(() => {
        list.ariaLive = 'polite';
      });
    },
  };

  /** @param {readonly Message[]} messages */
  function draw(messages) {
    const next = new Map();
    let day = '';
    for (const message of messages) {
      const today = fullDay(deps.parts(message.at));
      if (today !== day) {
        day = today;
        place(next, `day ${today} before ${message.id}`, today, () => daySeparator(message));
      }
      place(next, message.id, JSON.stringify(message), () => messageElement(message, { ...deps, tap }));
    }
    for (const [key, { element }] of drawn) if (!next.has(key)) element.remove();
    drawn = next;
  }

  /** @param {typeof drawn} next @param {string} key @param {string} drawAs @param {() => HTMLElement} make */
  function place(next, key, drawAs, make) {
    const known = drawn.get(key);
    const element = known?.drawnAs === drawAs ? known.element : make();
    if (!known && list.ariaLive === 'polite') element.classList.add('arriving');
    const spot = list.children[next.size];
    if (known && known.element !== element && known.element === spot) spot.replaceWith(element);
    else if (spot !== element) list.insertBefore(element, spot ?? null);
    if (known && known.element !== element) known.element.remove();
    next.set(key, { element, drawnAs: drawAs });
  }

  /** Who presses a button waits for what comes of it. @param {Message} message @param {string} data */
  function tap(message, data) {
    atEnd = true;
    return deps.tap(message, data);
  }

  /** @param {Message} message */
  function daySeparator(message) {
    const parts = deps.parts(message.at);
    return make('p', 'day', `${text(`room-weekday-${parts.weekday}`)}, ${fullDay(parts)}`);
  }

  /** Who answers by keyboard goes on to the next question's choices when those of the last one are taken away. */
  function focusNewestChoice() {
    const last = list.lastElementChild?.querySelector('.choice');
    if (!(last instanceof HTMLElement)) return;
    focusNextChoice = false;
    last.focus({ preventScroll: true });
  }

  /** @param {'smooth' | 'instant'} behavior */
  function toEnd(behavior) {
    list.scrollTo({ top: list.scrollHeight, behavior: isCalm() ? 'instant' : behavior });
    atEnd = true;
    newest.hidden = true;
  }
}

function isCalm() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

const nearEndPx = 60;
