// @ts-check
import { find, make } from './page-element.js';

/**
 * On a narrow screen one panel at a time is shown; on a wide one all are, and the tabs are gone.
 * @param {{ panels: readonly HTMLElement[] }} deps
 */
export function createTabs({ panels }) {
  const bar = find('#tabs');
  const narrow = matchMedia('(max-width: 799px)');
  let selected = 0;
  /** @type {number[]} */
  const news = panels.map(() => 0);
  const tabs = panels.map((panel, index) => {
    const tab = /** @type {HTMLButtonElement} */ (make('button', 'tab'));
    tab.type = 'button';
    tab.role = 'tab';
    tab.id = `tab-${panel.id}`;
    tab.setAttribute('aria-controls', panel.id);
    const more = make('span', 'tab-more');
    more.append(make('span', 'tab-role'), make('span', 'tab-news'));
    tab.append(make('span', 'tab-name'), more);
    tab.addEventListener('click', () => select(index));
    return tab;
  });
  bar.append(...tabs);
  bar.addEventListener('keydown', ({ key }) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    select((selected + step + tabs.length) % tabs.length);
    tabs[selected]?.focus();
  });
  narrow.addEventListener('change', setRoles);
  setRoles();
  select(0);

  return {
    /** @param {number} index @param {string} name @param {string} role */
    label(index, name, role) {
      const tab = tabs[index];
      if (!tab) return;
      find('.tab-name', tab).textContent = name;
      find('.tab-role', tab).textContent = role;
    },
    /** Something new in a panel that is not in view. @param {number} index @param {number} [count] */
    announce(index, count = 1) {
      if (index === selected || !narrow.matches) return;
      news[index] = (news[index] ?? 0) + count;
      showNews(index);
    },
  };

  /** @param {number} index */
  function select(index) {
    selected = index;
    news[index] = 0;
    showNews(index);
    for (const [n, tab] of tabs.entries()) {
      tab.ariaSelected = String(n === index);
      tab.tabIndex = n === index ? 0 : -1;
      panels[n]?.classList.toggle('selected', n === index);
    }
  }

  /** @param {number} index */
  function showNews(index) {
    const tab = tabs[index];
    if (tab) find('.tab-news', tab).textContent = news[index] ? String(news[index]) : '';
  }

  /** Panels of tabs only where there are tabs. */
  function setRoles() {
    for (const panel of panels) panel.role = narrow.matches ? 'tabpanel' : null;
  }
}
