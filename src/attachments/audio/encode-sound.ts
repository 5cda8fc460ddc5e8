import { t } from '@vscode/l10n';
import type { AudioRequest, EncodedAudio } from '../../media-process/audio-service';
import type { BlobReference } from '../../shared/blob';
import { isBlob } from '../../store/attachment-guard';
import { arrayOf, isNumber, shape } from '../../store/guard';
import type { PrepareContext } from '../attachment-services';
import { mediaSource, withName } from '../stored-file';
import { pageSound } from './page-sound';
import type { SoundSource } from './sound-request';

/** A piece of a sound in a file of its own. */
export interface SoundPiece {
  readonly blob: BlobReference;
  /** Where in the source it begins, in seconds. */
  readonly start: number;
  readonly seconds: number;
}

/**
 * A part of a sound as new files: decoded by the media process, or by the browser of the panel where that has a codec
 * that the media process lacks. Throws `AttachmentError`, of kind `codecMissing` where nothing can decode it.
 */
export async function encodeSound(
  { name, source }: Pick<SoundSource, 'name' | 'source'>,
  request: AudioRequest,
  context: PrepareContext,
): Promise<readonly SoundPiece[]> {
  const { derived, blobs, signal } = context;
  const key = { source: source.sha256, form: 'sound', settings: request };
  const known = await derived.get(key, isSoundPieces);
  if (known) {
    return known;
  }
  const pieces: SoundPiece[] = [];
  for (const { bytes, mediaType, start, seconds } of await withName(name, () => encode(source, request, context))) {
    pieces.push({ blob: await blobs.put(bytes, mediaType), start, seconds });
  }
  signal.throwIfAborted();
  await derived.put(key, pieces);
  return pieces;
}

async function encode(
  source: BlobReference,
  request: AudioRequest,
  context: PrepareContext,
): Promise<readonly EncodedAudio[]> {
  const { media, blobs, signal, progress } = context;
  const options = { signal, onProgress: (fraction: number) => progress(t('Encoding'), fraction) };
  try {
    return await media.encodeAudio(await mediaSource(blobs, source), request, options);
  } catch (error) {
    const decoded = isCodecMissing(error) ? await pageSound(source, context) : undefined;
    if (!decoded) {
      throw error;
    }
    return await media.encodeAudio(await mediaSource(blobs, decoded), request, options);
  }
}

export function isCodecMissing(error: unknown): boolean {
  return error instanceof Error && 'kind' in error && error.kind === 'codecMissing';
}

const isSoundPieces = arrayOf(shape<SoundPiece>({ blob: isBlob, start: isNumber, seconds: isNumber }));
