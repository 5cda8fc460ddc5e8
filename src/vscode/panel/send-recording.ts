import { open } from 'node:fs/promises';
import { t } from '@vscode/l10n';
import type { BlobReference } from '../../shared/blob';
import { MAX_PLAYED_MEDIA_BYTES } from '../../shared/limits';
import type { HostMessage } from '../../shared/protocol';
import type { BlobStore } from '../../store/blob-store';
import { errorCode } from '../../store/error-code';

/** Bytes of one message: few messages, and none that holds up the others for long. */
const pieceBytes = 4 * 1024 * 1024;

const gone = t('It is not in the chat any more.');
const unreadable = t("It can't be read from where Iris keeps it. Attach it again.");
const tooLarge = t(
  'It is larger than the {0} MB that can be played here. Open the file in a player.',
  MAX_PLAYED_MEDIA_BYTES / 1024 / 1024,
);

/** Sends all bytes of a recording to the page, piece by piece as it takes them; or why they can't be sent. */
export async function sendRecording(
  sha256: string,
  {
    recording,
    blobs,
    post,
  }: {
    /** What the page may have; undefined where it may not. */
    readonly recording: BlobReference | undefined;
    readonly blobs: BlobStore;
    readonly post: (message: HostMessage) => PromiseLike<boolean>;
  },
): Promise<void> {
  if (!recording) {
    await post({ type: 'mediaMissing', sha256, reason: gone });
    return;
  }
  const { mediaType, byteLength } = recording;
  if (byteLength > MAX_PLAYED_MEDIA_BYTES) {
    await post({ type: 'mediaMissing', sha256, reason: tooLarge });
    return;
  }
  try {
    for await (const { offset, bytes } of pieces(recording, blobs)) {
      const isLast = offset + bytes.byteLength >= byteLength;
      if (!(await post({ type: 'mediaLoaded', sha256, mediaType, offset, bytes, isLast }))) {
        return;
      }
    }
  } catch (error) {
    // The page waits for an answer, whatever went wrong.
    const isGone = errorCode(error) === 'ENOENT';
    await post({ type: 'mediaMissing', sha256, reason: isGone ? gone : unreadable });
    if (!isGone) {
      throw error;
    }
  }
}

/** Read from the file where there is one: the whole would otherwise be in memory at once. */
async function* pieces(
  { sha256, byteLength }: BlobReference,
  blobs: BlobStore,
): AsyncGenerator<{ readonly offset: number; readonly bytes: Uint8Array }> {
  const path = blobs.locate?.(sha256);
  if (path === undefined) {
    const bytes = await blobs.get(sha256);
    for (let offset = 0; offset < byteLength; offset += pieceBytes) {
      yield { offset, bytes: new Uint8Array(bytes.subarray(offset, offset + pieceBytes)) };
    }
    return;
  }
  const file = await open(path);
  try {
    for (let offset = 0; offset < byteLength;) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(pieceBytes), 0, pieceBytes, offset);
      if (bytesRead === 0) {
        throw new Error(`The stored recording ${sha256} is shorter than it was.`);
      }
      // VS Code passes on a whole buffer, also where an array shows only a part of it.
      yield { offset, bytes: buffer.slice(0, bytesRead) };
      offset += bytesRead;
    }
  } finally {
    await file.close();
  }
}
