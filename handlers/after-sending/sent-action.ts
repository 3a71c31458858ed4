/** The action of every button about a report that was sent, for whoever routes taps. */
export const sentAction = 'sent';
