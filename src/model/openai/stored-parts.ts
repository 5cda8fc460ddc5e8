import { randomUUID } from 'node:crypto';
import type { MediaPart, ModelMessage, StoredMedia } from '../messages';
import { isStored } from '../stored-media';

/** Stored media of a request by the placeholders that stand for its base64 in the JSON that the client is given. */
export type StoredParts = ReadonlyMap<string, StoredPart>;

export interface StoredPart {
  readonly media: StoredMedia;
  /** That of the attachment. */
  readonly name: string | undefined;
}

/** Nobody can guess them, so that no text of a question can ever be taken for one. */
const placeholders = new WeakMap<StoredMedia, string>();

/** The same for the same object, however often it is asked. */
export function placeholderOf(media: StoredMedia): string {
  const known = placeholders.get(media) ?? `iris-media-${randomUUID()}`;
  placeholders.set(media, known);
  return known;
}

/** All placeholders in a text, which holds only those of `placeholderOf`. */
export const placeholderPattern = /iris-media-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

export function storedParts(messages: readonly ModelMessage[]): StoredParts {
  const parts = messages
    .flatMap((message) => (message.role === 'user' ? message.content : []))
    .filter((part) => part.type !== 'text');
  return new Map(
    parts.flatMap((part) => {
      const media = mediaOf(part);
      return 'url' in media || !isStored(media) ? [] : [[placeholderOf(media), { media, name: part.name }]];
    }),
  );
}

function mediaOf(part: MediaPart) {
  switch (part.type) {
    case 'image':
      return part.image;
    case 'audio':
      return part.audio;
    case 'video':
      return part.video;
    case 'file':
      return part.file;
  }
}
