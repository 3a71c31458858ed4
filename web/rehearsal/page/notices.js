// @ts-check
import { find } from './page-element.js';

/** The lines between the bar and the phones: what to do first, and what went wrong. */
export function createNotices() {
  const guide = find('#guide');
  guide.hidden = localStorage.getItem('guide') === 'closed';
  find('#guide-close').addEventListener('click', () => {
    localStorage.setItem('guide', 'closed');
    guide.hidden = true;
  });
  find('#refusal-close').addEventListener('click', () => refuse(''));
  return {
    /** @param {boolean} online */
    setOnline(online) {
      find('#offline').hidden = online;
      document.body.classList.toggle('offline', !online);
    },
    refuse,
  };
}

/** An empty message takes the line away. @param {string} message */
function refuse(message) {
  find('#refusal-text').textContent = message;
  find('#refusal').hidden = message === '';
}
