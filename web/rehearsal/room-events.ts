import type { RoomEvent, RoomListener } from './room.ts';

export interface RoomEvents {
  publish(event: RoomEvent): void;
  /** Returns what ends the subscription. */
  subscribe(listener: RoomListener): () => void;
}

/** Hands each event of the room to all pages that are open, in the order published; keeps none. */
export function createRoomEvents(): RoomEvents {
  const listeners = new Set<RoomListener>();
  return {
    publish(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
