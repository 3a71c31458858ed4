// @ts-check
import { createClock } from './clock.js';
import { createDuePanel } from './due-panel.js';
import { follow } from './live.js';
import { createNotices } from './notices.js';
import { find } from './page-element.js';
import { createPhones } from './phones.js';
import { moveClock, readState, readUpcoming } from './server.js';
import { currentLanguage, fillTexts, text, useLanguage } from './texts.js';

let online = false;
let moving = false;
/** Events that come while the state is being read: they may be newer than it. @type {import('./live.js').RoomEvent[] | undefined} */
let waiting;

showLanguage();
const notices = createNotices();
const clock = createClock({ onJump: (to) => void jump(to), onStale: () => void refreshUpcoming() });
const due = createDuePanel({ describe: clock.describe });
const phones = createPhones({
  clock,
  duePanel: find('#due'),
  isOnline: () => online,
  reload: () => void reload(),
});

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    useLanguage(button.getAttribute('data-language') === 'en' ? 'en' : 'vi');
    showLanguage();
    clock.refresh();
    due.refresh();
    phones.refresh();
  });
}

follow({
  onOpen: () => void reload(),
  onLost: () => setOnline(false),
  onEvent: (event) => (waiting ? waiting.push(event) : take(event)),
});

let readings = 0;

async function reload() {
  const reading = ++readings;
  waiting ??= [];
  const state = await readRoom();
  // Another one has begun since: what it brings is newer, and it takes the waiting events along.
  if (reading !== readings) return;
  if (state) {
    clock.set(state.now, state.zone);
    clock.setUpcoming(state.upcoming);
    phones.show(state);
  } else {
    setTimeout(() => void reload(), tryAgainMs);
  }
  setOnline(state !== undefined);
  const since = waiting ?? [];
  waiting = undefined;
  for (const event of since) take(event);
}

/** The phones that were open last time; those of the demo where these are no more. */
async function readRoom() {
  const state = await readState(phones.open());
  if (!state || state.phones.length >= phones.open().length) return state;
  return readState([]);
}

/** @param {import('./live.js').RoomEvent} event */
function take(event) {
  switch (event.event) {
    case 'message':
      phones.receive(event.data.chatId, event.data.message);
      return soonRefreshUpcoming();
    case 'retired':
      return phones.retire(event.data.chatId, event.data);
    case 'due':
      due.add(event.data);
      return phones.announceDue(event.data.count);
    case 'clock':
      return clockMoved(event.data);
  }
}

/** Someone moves the clock: this page, another one, or a command. @param {{ now: string, moving: boolean }} where */
function clockMoved(where) {
  clock.set(where.now);
  if (where.moving === moving || jumping) return;
  setMoving(where.moving);
  if (where.moving) return due.begin();
  due.arrive({ now: where.now });
  void refreshUpcoming();
}

/** This page has asked for the move, and will be answered. */
let jumping = false;

/** @param {string} to */
async function jump(to) {
  if (moving || !online) return;
  jumping = true;
  setMoving(true);
  notices.refuse('');
  due.begin(to);
  const outcome = await moveClock(to);
  jumping = false;
  setMoving(false);
  if (outcome.kind === 'done') {
    clock.set(outcome.answer.now);
    due.arrive(outcome.answer);
  } else {
    notices.refuse(outcome.message);
    if (outcome.kind === 'refused') due.cancel();
    else due.arrive({ now: new Date(clock.now()).toISOString() });
  }
  await refreshUpcoming();
}

async function refreshUpcoming() {
  const upcoming = await readUpcoming();
  if (upcoming) clock.setUpcoming(upcoming);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let refreshing;

/** What was said may have begun an incident, or ended one. */
function soonRefreshUpcoming() {
  clearTimeout(refreshing);
  refreshing = setTimeout(() => void (moving || refreshUpcoming()), settledMs);
}

/** @param {boolean} now */
function setMoving(now) {
  moving = now;
  document.body.classList.toggle('moving', moving);
  clock.hold(moving || !online);
}

/** @param {boolean} now */
function setOnline(now) {
  online = now;
  notices.setOnline(online);
  clock.hold(moving || !online);
}

function showLanguage() {
  document.documentElement.lang = currentLanguage();
  document.title = text('room-title');
  fillTexts(document);
  for (const button of document.querySelectorAll('[data-language]')) {
    button.ariaPressed = String(button.getAttribute('data-language') === currentLanguage());
  }
}

const tryAgainMs = 2000;
/** Replies come in quick succession. */
const settledMs = 700;
