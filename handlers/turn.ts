import type { Catalogue } from '#domain/catalogue.ts';
import type { ChannelKind, IncomingMessage, OutgoingMessage } from '#domain/channel.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import type { DraftLinks } from '#domain/incident/draft-link.ts';
import type { Escalated } from '#domain/incident/escalation.ts';
import type { Incident } from '#domain/incident/incident.ts';
import type { NewInviteCode } from '#domain/invite-code.ts';
import type { Log } from '#domain/log.ts';
import type { Officer } from '#domain/organisation.ts';
import type { QuotaLimits } from '#domain/quota.ts';
import type { Day, Instant } from '#domain/time.ts';
import type { Language, Say } from '#locales/text.ts';
import type { Store, Tx } from '#storage/store.ts';

/** What every handler works with; made once at the start. */
export interface HandlerDeps {
  store: Store;
  catalogue: Catalogue;
  clock: Clock;
  newId: NewId;
  newInviteCode: NewInviteCode;
  draftLinks: DraftLinks;
  quota: QuotaLimits;
  /** Alerts whoever is to be alerted of a locked incident by now; see `scheduler/escalate-incident.ts`. */
  escalate(tx: Tx, incident: Incident, now: Instant): Promise<Escalated>;
  /** Channels in whose chats addresses, ports and versions may stand. */
  showAddressesIn: readonly ChannelKind[];
  /** Brings the time limits of an incident in line with its facts; called by whoever changes them. */
  keepClocks(tx: Tx, incident: Incident, now: Instant): Promise<void>;
  log: Log;
}

/** One update being dealt with: everything a handler reads and writes, inside the update's one transaction. */
export interface Turn {
  tx: Tx;
  deps: HandlerDeps;
  message: IncomingMessage;
  now: Instant;
  today: Day;
  language: Language;
  say: Say;
  /** Puts an answer to this chat in line; it leaves after the commit. */
  reply(message: OutgoingMessage): Promise<void>;
  /** The same, for a question whose buttons go once it is answered: returns the message's id for `retire`. */
  ask(message: OutgoingMessage): Promise<string>;
  /** Puts in line that the buttons of an earlier message go away, in whichever chat it stands; it waits for everything else. */
  retire(messageId: string): Promise<void>;
}

/** A turn of somebody whom the product knows. */
export interface OfficerTurn extends Turn {
  officer: Officer;
}
