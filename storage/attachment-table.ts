import type { JSONColumnType } from 'kysely';
import type { MediaKind } from '#domain/channel.ts';

/** `wanted`: still to be downloaded. `refused`: not to be had, or not to be kept. `failed`: given up after too many tries. */
export type AttachmentStatus = 'wanted' | 'stored' | 'refused' | 'failed';

/** A picture or a voice message that an officer sent. */
export interface AttachmentRow {
  id: string;
  officerId: string;
  bot: string;
  chatId: string;
  kind: MediaKind;
  source: JSONColumnType<object> | null;
  status: AttachmentStatus;
  reason: string | null;
  /** By its first bytes. */
  contentType: string | null;
  bytes: Uint8Array | null;
  /** Of `bytes`, hexadecimal. */
  sha256: string | null;
  createdAt: Date;
  attempts: number;
  /** Wall time; also until when somebody downloads it. */
  notBefore: Date | null;
  incidentId: string | null;
}
