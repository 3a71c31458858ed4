import type { JourneyPhone } from '#test/journeys/incident-phones.ts';

/** A phone that counts how many messages, typed or tapped, its owner has sent. */
export interface CountedPhone extends JourneyPhone {
  sent(): number;
}

export function counted(phone: JourneyPhone): CountedPhone {
  let sent = 0;
  return {
    ...phone,
    types(text) {
      sent += 1;
      return phone.types(text);
    },
    chooses(label) {
      sent += 1;
      return phone.chooses(label);
    },
    sent: () => sent,
  };
}
