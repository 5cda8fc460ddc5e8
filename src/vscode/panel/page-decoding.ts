import { randomUUID } from 'node:crypto';
import { t } from '@vscode/l10n';
import type { CallOptions, PageDecoder } from '../../attachments/attachment-services';
import { MediaError } from '../../media-process/media-service';
import type { BlobReference } from '../../shared/blob';
import type { DecodingOutcome, DecodingTask } from '../../shared/decoding';
import { MAX_PLAYED_MEDIA_BYTES } from '../../shared/limits';
import type { HostMessage } from '../../shared/protocol';
import type { Disposable } from '../../util/disposable';

/** How long the page may take to get the bytes and begin. */
const startMilliseconds = 20_000;
/** How long one frame may take: the frames before it, from the last one that stands alone, are decoded too. */
const frameMilliseconds = 4_000;
const soundMilliseconds = 120_000;

interface Request {
  readonly source: BlobReference;
  readonly settle: (outcome: DecodingOutcome) => void;
}

/**
 * Has a panel's page decode what nothing else here can. Where the page is gone, too slow, or lacks the codec, this is a
 * `MediaError` of kind `codecMissing`: something else may still be able to.
 */
export class PageDecoding implements PageDecoder, Disposable {
  readonly #post: (message: HostMessage) => PromiseLike<boolean>;
  readonly #requests = new Map<string, Request>();
  readonly #firstPage = Promise.withResolvers<void>();
  #hasStarted = false;

  /** @param post resolves to whether the page has it */
  constructor(post: (message: HostMessage) => PromiseLike<boolean>) {
    this.#post = post;
  }

  /** What the page needs the bytes of for what it was asked to do. */
  source(sha256: string): BlobReference | undefined {
    return [...this.#requests.values()].find(({ source }) => source.sha256 === sha256)?.source;
  }

  async frames(
    source: BlobReference,
    { times, maxLongSide }: { readonly times: readonly number[]; readonly maxLongSide: number },
    options: CallOptions,
  ): Promise<readonly { readonly bytes: Uint8Array }[]> {
    const { sha256, mediaType } = source;
    const outcome = await this.#ask(source, {
      task: { type: 'frames', sha256, mediaType, times, maxLongSide },
      milliseconds: startMilliseconds + times.length * frameMilliseconds,
      ...options,
    });
    if (outcome.type !== 'frames' || outcome.pictures.length !== times.length) {
      throw notDecoded(t('its answer was not what was asked for'));
    }
    return outcome.pictures.map((bytes) => ({ bytes }));
  }

  async sound(source: BlobReference, sampleRate: number, options: CallOptions): Promise<Float32Array> {
    const { sha256, mediaType } = source;
    const outcome = await this.#ask(source, {
      task: { type: 'sound', sha256, mediaType, sampleRate },
      milliseconds: soundMilliseconds,
      ...options,
    });
    if (outcome.type !== 'sound') {
      throw notDecoded(t('its answer was not what was asked for'));
    }
    return outcome.samples;
  }

  /** The page has answered. */
  finish(requestId: string, outcome: DecodingOutcome): void {
    this.#requests.get(requestId)?.settle(outcome);
  }

  /** The first page gets what waits for it; a later one does not know what the one before it was asked. */
  pageStarted(): void {
    if (this.#hasStarted) {
      this.#failAll(t('the panel was loaded anew'));
    }
    this.#hasStarted = true;
    this.#firstPage.resolve();
  }

  dispose(): void {
    this.#failAll(t('the panel was closed'));
  }

  async #ask(
    source: BlobReference,
    call: { readonly task: DecodingTask; readonly milliseconds: number; readonly signal: AbortSignal },
  ): Promise<DecodingOutcome> {
    const { task, milliseconds, signal } = call;
    signal.throwIfAborted();
    if (source.byteLength > MAX_PLAYED_MEDIA_BYTES) {
      throw notDecoded(t('it is too large'));
    }
    const requestId = randomUUID();
    const { promise, resolve } = Promise.withResolvers<DecodingOutcome>();
    const fail = (reason: string): void => resolve({ type: 'failed', reason });
    const cancel = (): void => {
      fail(t('it was cancelled'));
      void this.#post({ type: 'decodingCancelled', requestId });
    };
    const timer = setTimeout(cancel, milliseconds);
    signal.addEventListener('abort', cancel);
    this.#requests.set(requestId, { source, settle: resolve });
    try {
      // What is attached by a command is prepared while the panel that it opened still loads.
      if (!this.#hasStarted) {
        await Promise.race([this.#firstPage.promise, promise]);
      }
      if (this.#hasStarted && !(await this.#post({ type: 'decodingRequested', requestId, task }))) {
        fail(t('the panel is hidden'));
      }
      const outcome = await promise;
      signal.throwIfAborted();
      if (outcome.type === 'failed') {
        throw notDecoded(outcome.reason);
      }
      return outcome;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      this.#requests.delete(requestId);
    }
  }

  #failAll(reason: string): void {
    this.#requests.forEach(({ settle }) => settle({ type: 'failed', reason }));
  }
}

/** @param reason a phrase */
function notDecoded(reason: string): MediaError {
  return new MediaError('codecMissing', t("The panel can't decode it ({0}).", reason));
}
