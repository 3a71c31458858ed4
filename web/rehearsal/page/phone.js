// @ts-check
import { createComposer } from './composer.js';
import { afterReload, withMessage, withRetired } from './conversation.js';
import { find } from './page-element.js';
import { newClientId, sendPhoto, sendTap, sendText, setLook } from './server.js';
import { fillTexts, text } from './texts.js';
import { createTranscript } from './transcript.js';

/**
 * @typedef {import('./conversation.js').Message} Message
 * @typedef {import('../room.ts').PhoneOwner} Owner
 */

/**
 * One phone of the room, on which any officer's chat can be opened.
 * @param {{
 *   id: string,
 *   clock: { now(): number, parts(instant: string): import('./dates.js').Parts },
 *   isOnline(): boolean,
 *   openHere(chatId: string): void,
 * }} deps
 */
export function createPhone({ id, clock, isOnline, openHere }) {
  const element = /** @type {HTMLElement} */ (
    find('.phone', /** @type {HTMLTemplateElement} */ (find('#phone-template')).content).cloneNode(true)
  );
  element.id = id;
  fillTexts(element);
  /** @type {Owner} */
  let owner = { chatId: '', name: '', positions: [] };
  /** @type {Message[]} */
  let messages = [];
  /** A press that got no answer is repeated under the id that it had. @type {Map<string, string>} */
  const unansweredTaps = new Map();
  /** Of the messages that are photos: what was typed under them. @type {Map<string, string>} */
  const captions = new Map();
  const transcript = createTranscript(find('.screen', element), { parts: clock.parts, tap, sendAgain });
  const composer = createComposer(find('.composer', element), { say, showPhoto });
  /** @type {'telegram' | 'zalo'} */
  let look = 'telegram';
  const lookButton = find('.look', element);
  lookButton.addEventListener('click', () => void changeLook());
  const select = /** @type {HTMLSelectElement} */ (find('select', element));
  select.addEventListener('change', () => openHere(select.value));

  return {
    element,
    owner: () => owner,
    /**
     * @param {import('../wire.ts').PhoneJson} phone
     * @param {readonly { owner: Owner, label: string }[]} openable who can be opened here, this phone's owner among them
     */
    show(phone, openable) {
      const changed = owner.chatId !== phone.chatId;
      owner = phone;
      look = phone.channelLook;
      messages = changed ? phone.messages : afterReload(phone.messages, messages);
      if (changed) transcript.clear();
      showOwner(openable);
      transcript.show(messages);
    },
    offer,
    /** The language has changed. @param {readonly { owner: Owner, label: string }[]} openable */
    refresh(openable) {
      fillTexts(element);
      showOwner(openable);
      transcript.clear();
      transcript.show(messages);
    },
    /** @param {Message} message */
    receive(message) {
      messages = withMessage(messages, message);
      transcript.show(messages);
      if (message.from === 'bot') ring();
    },
    /** @param {{ messageId: string, text: string }} change */
    retire(change) {
      messages = withRetired(messages, change);
      transcript.show(messages);
    },
  };

  /** @param {readonly { owner: Owner, label: string }[]} openable */
  function showOwner(openable) {
    const name = nameOf(owner);
    find('.name', element).textContent = name;
    find('.role', element).textContent = roleOf(owner);
    find('.unit', element).textContent = owner.unit ?? '';
    find('.avatar', element).textContent = initialOf(owner.name);
    element.dataset.position = owner.positions[0] ?? 'nobody';
    showLook();
    find('.transcript', element).ariaLabel = `${text('room-transcript')}: ${name}`;
    element.ariaLabel = `${text('room-phone-of')} ${name}`;
    offer(openable);
    composer.show(owner);
  }

  /** @param {readonly { owner: Owner, label: string }[]} openable */
  function offer(openable) {
    select.replaceChildren(...openable.map(({ owner: { chatId }, label }) => new Option(label, chatId)));
    select.value = owner.chatId;
  }

  function showLook() {
    element.dataset.look = look;
    lookButton.textContent = text(`room-look-${look}`);
    lookButton.ariaLabel = `${text('room-look-hint')}: ${text(`room-look-${look}`)}`;
  }

  async function changeLook() {
    const wanted = look === 'zalo' ? 'telegram' : 'zalo';
    const outcome = await setLook(owner.chatId, wanted);
    if (outcome.kind !== 'done') return;
    look = wanted;
    showLook();
  }

  /** @param {string} said */
  function say(said) {
    if (!isOnline()) return false;
    const at = new Date(clock.now()).toISOString();
    void send({ id: newClientId(), from: 'person', text: said, at });
    return true;
  }

  /** @param {string} caption */
  function showPhoto(caption) {
    if (!isOnline()) return false;
    const id = newClientId();
    captions.set(id, caption);
    const said = [text('room-sample-photo'), caption].filter(Boolean).join('\n');
    void send({ id, from: 'person', text: said, at: new Date(clock.now()).toISOString() });
    return true;
  }

  /** @param {Message} message */
  function sendAgain(message) {
    void send(message);
  }

  /** @param {Message} message */
  async function send({ delivery: _before, ...message }) {
    const { chatId } = owner;
    update({ ...message, delivery: 'sending' });
    const caption = captions.get(message.id);
    const outcome =
      caption === undefined
        ? await sendText(chatId, message.id, message.text)
        : await sendPhoto(chatId, message.id, caption);
    const held = messages.find(({ id }) => id === message.id);
    if (owner.chatId !== chatId || !held) return;
    if (outcome.kind !== 'done') return update({ ...message, delivery: 'failed' });
    // The stream may have brought it back before the answer came: then it stands there as the server has it.
    if (held.delivery) update(message);
  }

  /** @param {Message} message */
  function update(message) {
    messages = withMessage(messages, message);
    transcript.show(messages);
  }

  /** @param {Message} message @param {string} data */
  async function tap(message, data) {
    const key = `${message.id} ${data}`;
    const clientId = unansweredTaps.get(key) ?? newClientId();
    unansweredTaps.set(key, clientId);
    const outcome = await sendTap(owner.chatId, clientId, message.id, data);
    if (outcome.kind === 'unreachable') return text('room-tap-failed');
    unansweredTaps.delete(key);
    return outcome.kind === 'refused' ? outcome.message : undefined;
  }

  function ring() {
    element.classList.remove('ringing');
    requestAnimationFrame(() => element.classList.add('ringing'));
  }
}

/** A phone on which nobody is signed in has no name of its own. @param {Owner} owner */
export function nameOf({ name }) {
  return name || text('room-phone-nobody');
}

/** "Cán bộ báo cáo, Lãnh đạo". @param {Owner} owner */
export function roleOf({ positions }) {
  return positions.map((position) => text(`room-position-${position}`)).join(', ');
}

/** Of the given name, which stands last. @param {string} name */
function initialOf(name) {
  return (name.trim().split(/\s+/).at(-1) ?? '').charAt(0).toUpperCase() || '+';
}
