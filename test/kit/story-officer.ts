/** A message on a screen. */
export interface Seen {
  text: string;
  /** Labels, in reading order. */
  buttons: string[];
}

/** A person in a story, whatever the channel. */
export interface StoryOfficer {
  id: string;
  name: string;
  chatId: string;
  types(text: string): Promise<void>;
  /** Presses the button with this label on the newest message that has it now. */
  taps(label: string): Promise<void>;
  /** The next message that holds this text, after the one that the call before returned; fails with the whole screen. */
  receives(text: string): Promise<Seen>;
  /** Nothing has come since the last message that was looked at. */
  receivesNothing(): Promise<void>;
  /** Everything that came, as it stands now. */
  screen(): Promise<Seen[]>;
  /** Closes the chat to us, and opens it again. */
  blocks(): Promise<void>;
  unblocks(): Promise<void>;
}
