// @ts-check
import { find, make } from './page-element.js';
import { hasText, text } from './texts.js';

/** @typedef {import('../room.ts').PhoneOwner} Owner */

/**
 * Where a person types. What is typed and not sent is kept for each phone, over a reload of the page too.
 * @param {HTMLFormElement} form
 * @param {{ say(text: string): boolean, showPhoto(caption: string): boolean }} deps both answer whether it was taken
 */
export function createComposer(form, { say, showPhoto }) {
  const box = /** @type {HTMLTextAreaElement} */ (find('textarea', form));
  /** @type {Owner | undefined} */
  let owner;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  find('.photo', form).addEventListener('click', () => {
    if (showPhoto(box.value.trim())) write('');
    box.focus();
  });
  box.addEventListener('keydown', (event) => {
    // While an input method is still composing a word, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  box.addEventListener('input', () => {
    keep(box.value);
    form.classList.toggle('has-text', box.value.trim() !== '');
  });

  return {
    /** @param {Owner} next */
    show(next) {
      const changed = owner?.chatId !== next.chatId;
      owner = next;
      if (changed) write(sessionStorage.getItem(draftKey(next.chatId)) ?? '');
      showSuggestions(next);
    },
    focus: () => box.focus(),
  };

  function send() {
    const typed = box.value.trim();
    if (typed !== '' && say(typed)) write('');
    box.focus();
  }

  /** @param {string} value */
  function write(value) {
    box.value = value;
    form.classList.toggle('has-text', value.trim() !== '');
    keep(value);
  }

  /** @param {string} value */
  function keep(value) {
    if (owner) sessionStorage.setItem(draftKey(owner.chatId), value);
  }

  /** @param {Owner} shown */
  function showSuggestions({ positions }) {
    const row = find('.suggestions', form);
    row.replaceChildren(
      ...suggestionKeys(positions).map((key) => {
        const button = /** @type {HTMLButtonElement} */ (make('button', 'suggestion', text(key)));
        button.type = 'button';
        button.lang = 'vi';
        button.title = text(`${key}-hint`);
        button.addEventListener('click', () => say(text(key)));
        return button;
      }),
    );
  }
}

/** Those of the first position that has its own. @param {readonly string[]} positions */
function suggestionKeys(positions) {
  const whose = positions.find((position) => hasText(`room-suggest-${position}-1`)) ?? 'anyone';
  const keys = [];
  for (let n = 1; hasText(`room-suggest-${whose}-${n}`); n += 1) keys.push(`room-suggest-${whose}-${n}`);
  return keys;
}

/** @param {string} chatId */
function draftKey(chatId) {
  return `draft:${chatId}`;
}
