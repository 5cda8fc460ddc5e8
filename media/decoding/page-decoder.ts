import { t } from '@vscode/l10n';
import type { DecodingOutcome, DecodingTask } from '../../src/shared/decoding';
import type { HostMessage, PanelMessage } from '../../src/shared/protocol';
import type { MediaStore, Recording } from '../attachments/media-store';

/** The script with the decoders, loaded when there is something to decode. */
export interface Decoders {
  decode(blob: Blob, task: DecodingTask, signal: AbortSignal): Promise<DecodingOutcome>;
}

export interface PageDecoderOptions {
  readonly recordings: MediaStore;
  readonly post: (message: PanelMessage) => void;
  readonly loadDecoders: () => Promise<Decoders>;
}

/** Decodes for the host what nothing but a browser can. */
export class PageDecoder {
  readonly #options: PageDecoderOptions;
  readonly #running = new Map<string, AbortController>();

  constructor(options: PageDecoderOptions) {
    this.#options = options;
  }

  accept(message: Extract<HostMessage, { readonly type: 'decodingRequested' | 'decodingCancelled' }>): void {
    if (message.type === 'decodingRequested') {
      void this.#answer(message.requestId, message.task);
    } else {
      this.#running.get(message.requestId)?.abort();
    }
  }

  async #answer(requestId: string, task: DecodingTask): Promise<void> {
    const controller = new AbortController();
    this.#running.set(requestId, controller);
    const outcome = await this.#decode(task, controller.signal).catch((error: unknown): DecodingOutcome => ({
      type: 'failed',
      reason: reasonOf(error),
    }));
    this.#running.delete(requestId);
    if (!controller.signal.aborted) {
      this.#options.post({ type: 'decodingFinished', requestId, outcome });
    }
  }

  async #decode(task: DecodingTask, signal: AbortSignal): Promise<DecodingOutcome> {
    const { recordings, loadDecoders } = this.#options;
    const loading = loadDecoders();
    const { promise, resolve } = Promise.withResolvers<Recording>();
    const endUse = recordings.use(task.sha256, resolve);
    try {
      const [recording, decoders] = await Promise.all([promise, loading]);
      return recording.status === 'missing'
        ? { type: 'failed', reason: t('the panel could not get it') }
        : await decoders.decode(recording.blob, task, signal);
    } finally {
      endUse();
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
