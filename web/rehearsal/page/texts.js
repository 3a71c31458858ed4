// @ts-check
/** @typedef {'vi' | 'en'} Language */

/** @type {{ language: Language, texts: Record<Language, Record<string, string>> }} */
const embedded = JSON.parse(document.getElementById('texts')?.textContent ?? '{}');

/** @type {Language} */
let language = remembered() ?? embedded.language;

/** A text of the page in the language that is on; the key itself when there is none. @param {string} key */
export function text(key) {
  return embedded.texts[language][key] ?? key;
}

/** @param {string} key */
export function hasText(key) {
  return key in embedded.texts[language];
}

export function currentLanguage() {
  return language;
}

/** @param {Language} next */
export function useLanguage(next) {
  language = next;
  localStorage.setItem('language', next);
}

/**
 * Puts the texts where the page's markup asks for them: `data-text`, `data-label` (aria-label), `data-placeholder`, `data-hint` (title).
 * @param {ParentNode} root
 */
export function fillTexts(root) {
  for (const element of root.querySelectorAll('[data-text]'))
    element.textContent = text(dataOf(element, 'text'));
  for (const [data, attribute] of attributes) {
    for (const element of root.querySelectorAll(`[data-${data}]`)) {
      element.setAttribute(attribute, text(dataOf(element, data)));
    }
  }
}

/** @type {readonly [string, string][]} */
const attributes = [
  ['label', 'aria-label'],
  ['placeholder', 'placeholder'],
  ['hint', 'title'],
];

/** @param {Element} element @param {string} name */
function dataOf(element, name) {
  return element.getAttribute(`data-${name}`) ?? '';
}

/** @returns {Language | undefined} */
function remembered() {
  const stored = localStorage.getItem('language');
  return stored === 'vi' || stored === 'en' ? stored : undefined;
}
