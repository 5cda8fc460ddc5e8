import { t } from '@vscode/l10n';
import type { MediaBytes, MediaData, StoredMedia } from './messages';
import { ModelError } from './model-error';

export function isStored(media: MediaData): media is StoredMedia {
  return 'read' in media;
}

/** The media with its bytes in memory. Throws `ModelError` of kind `mediaUnreadable` where stored ones can't be read. */
export async function loadMedia(media: MediaData, name: string | undefined): Promise<MediaBytes> {
  if (!isStored(media)) {
    return media;
  }
  const { mediaType, byteLength } = media;
  const bytes = new Uint8Array(byteLength);
  let offset = 0;
  try {
    for await (const piece of media.read()) {
      bytes.set(piece, offset);
      offset += piece.byteLength;
    }
  } catch (error) {
    throw unreadableMedia(name, error);
  }
  return { mediaType, bytes };
}

/** The stored bytes are gone, or others by now. */
export function unreadableMedia(name: string | undefined, cause: unknown): ModelError {
  const sentence =
    name === undefined
      ? t('The stored copy of an attachment is gone or damaged.')
      : t('The stored copy of {0} is gone or damaged.', name);
  return new ModelError('mediaUnreadable', sentence, { cause });
}
