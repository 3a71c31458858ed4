/** An update under the names of the documents. */
export interface Update {
  event_name: string;
  message?: Record<string, unknown>;
}

/**
 * `wrapped` is how the documents show an update, `flat` how it has been captured of late: without the envelope, and with
 * other names for the sender and the picture. `mixed`: by turns.
 */
export type Shape = 'wrapped' | 'flat' | 'mixed';

export function createWire(shape: Shape): (update: Update) => object {
  let count = 0;
  return (update) => {
    count += 1;
    const isFlat = shape === 'flat' || (shape === 'mixed' && count % 2 === 0);
    return isFlat ? flat(update) : { ok: true, result: update };
  };
}

function flat({ event_name, message }: Update): object {
  if (!message) return { event_name };
  const { photo, from, ...rest } = message;
  const { display_name, ...sender } = (from ?? {}) as Record<string, unknown>;
  return {
    event_name,
    message: {
      ...rest,
      ...(from !== undefined && { from: { ...sender, name: display_name } }),
      ...(photo !== undefined && { photo_url: photo }),
    },
  };
}
