import { createHash } from 'node:crypto';
import { t } from '@vscode/l10n';
import type { MediaService, RecognizedText } from '../../media-process/media-service';
import type { ModelDelta } from '../deltas';
import type { ImagePart } from '../messages';
import { ModelError } from '../model-error';
import { isStored, loadMedia } from '../stored-media';

export interface ReadImage {
  readonly name: string;
  readonly mediaType: string;
  readonly recognized: RecognizedText;
}

/** Texts kept, so that a second question about a picture is answered at once. */
const REMEMBERED = 16;
/** Share of the work after which progress is told again. */
const PROGRESS_STEP = 0.25;

/** Reads pictures through the media process and tells how far it is. */
export class TextReader {
  readonly #media: MediaService;
  readonly #remembered = new Map<string, RecognizedText>();

  constructor(media: MediaService) {
    this.#media = media;
  }

  /** Throws `MediaError`, `ModelError` for a picture that is given by its address, or the signal's reason. */
  async *read(
    { image, name = t('picture') }: ImagePart,
    position: { readonly number: number; readonly of: number },
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ModelDelta, ReadImage> {
    if ('url' in image) {
      throw new ModelError(
        'mediaUnreadable',
        t('{0} is given by its address, and the built-in reader fetches nothing.', name),
      );
    }
    const key = isStored(image) ? image.sha256 : createHash('sha256').update(image.bytes).digest('hex');
    const known = this.#remembered.get(key);
    if (known) {
      return { name, mediaType: image.mediaType, recognized: known };
    }
    const reading =
      position.of > 1 ? t('Reading {0} ({1} of {2}) …', name, position.number, position.of) : t('Reading {0} …', name);
    yield { type: 'reasoning', text: reading };
    const { bytes } = await loadMedia(image, name);
    const recognized = yield* this.#readWithProgress(bytes, signal);
    yield { type: 'reasoning', text: ` ${t('done.')}\n` };
    this.#remember(key, recognized);
    return { name, mediaType: image.mediaType, recognized };
  }

  async *#readWithProgress(
    bytes: Uint8Array,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ModelDelta, RecognizedText> {
    // Leaving the loop that reads this stream stops the work as well.
    const left = new AbortController();
    let progress = Promise.withResolvers<number>();
    const reading = this.#media.readText(bytes, {
      signal: signal ? AbortSignal.any([signal, left.signal]) : left.signal,
      onProgress: (fraction) => progress.resolve(fraction),
    });
    try {
      for (let told = 0; ;) {
        const next = await Promise.race([reading, progress.promise]);
        if (typeof next !== 'number') {
          return next;
        }
        progress = Promise.withResolvers<number>();
        if (next >= told + PROGRESS_STEP && next < 1) {
          told = next;
          yield { type: 'reasoning', text: ` ${Math.round(next * 100)} %` };
        }
      }
    } finally {
      left.abort();
      reading.catch(() => undefined);
    }
  }

  #remember(key: string, recognized: RecognizedText): void {
    this.#remembered.set(key, recognized);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED && oldest !== undefined) {
      this.#remembered.delete(oldest);
    }
  }
}
