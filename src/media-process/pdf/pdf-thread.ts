import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { t } from '@vscode/l10n';
import type { MediaError } from '../media-service';
import { crashedPdf, endlessPdf, outOfMemory, refusedPdf, slowPdf } from './pdf-failures';
import type { PdfReply, PdfRequest, PdfWorkerData } from './pdf-requests';

/** The build puts the engine beside the bundle of the media process. */
const folder = join(__dirname, 'pdf');

/** Milliseconds in which the engine must be loaded, on the slowest machine. */
const startPatience = 20_000;
/** Milliseconds without a sign of life after which one step counts as stuck. */
const stepPatience = 3_000;
/** Milliseconds that one step may take though it goes on: a page that draws longer is made to. */
const stepLimit = 20_000;

let compiled: Promise<WebAssembly.Module> | undefined;

export interface PdfThreadOptions {
  readonly source: Uint8Array;
  readonly password: string | undefined;
  readonly signal: AbortSignal;
}

interface Waiting {
  /** As in "Drawing page 3". */
  readonly doing: string;
  readonly resolve: (reply: Extract<PdfReply, { type: 'opened' | 'done' }>) => void;
  readonly reject: (error: Error) => void;
}

/** The thread that has one document open. One request is answered at a time; what fails ends the thread. */
export class PdfThread {
  readonly #worker: Worker;
  readonly #hadPassword: boolean;
  readonly #signal: AbortSignal;
  readonly #onAbort: () => void;
  #waiting: Waiting | undefined;
  #patience: NodeJS.Timeout | undefined;
  #limit: NodeJS.Timeout | undefined;
  #failure: Error | undefined;

  private constructor(worker: Worker, { password, signal }: PdfThreadOptions) {
    this.#worker = worker;
    this.#hadPassword = password !== undefined;
    this.#signal = signal;
    // An aborted signal's reason is thrown as it is.
    this.#onAbort = () => this.#fail(signal.reason as Error);
    signal.addEventListener('abort', this.#onAbort);
    worker.on('message', (reply: PdfReply) => this.#received(reply));
    worker.on('error', () => this.#fail(this.#crashed()));
    worker.on('exit', () => this.#fail(this.#crashed()));
  }

  /** Throws `MediaError` where the document can't be opened. */
  static async open(
    options: PdfThreadOptions,
  ): Promise<{ readonly thread: PdfThread; readonly pageCount: number; readonly isEncrypted: boolean }> {
    const { source, password, signal } = options;
    const module = await (compiled ??= readFile(join(folder, 'pdfium.wasm')).then((bytes) =>
      WebAssembly.compile(bytes),
    ));
    signal.throwIfAborted();
    const workerData: PdfWorkerData = { module, bytes: source, ...(password !== undefined && { password }) };
    const thread = new PdfThread(new Worker(join(folder, 'worker.js'), { workerData }), options);
    const reply = await thread.#wait(t('Opening it'), startPatience);
    if (reply.type !== 'opened') {
      throw crashedPdf(t('Opening it'));
    }
    return { thread, pageCount: reply.pageCount, isEncrypted: reply.isEncrypted };
  }

  /** The answer is that of the request's name; undefined where what it is about is damaged. */
  async ask(request: PdfRequest, doing: string): Promise<Extract<PdfReply, { type: 'done' }>['output']> {
    this.#worker.postMessage(request);
    const reply = await this.#wait(doing, stepPatience);
    return reply.type === 'done' ? reply.output : undefined;
  }

  close(): void {
    this.#fail(new DOMException('The document was closed.', 'AbortError'));
  }

  #wait(doing: string, patience: number): Promise<Extract<PdfReply, { type: 'opened' | 'done' }>> {
    return new Promise((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      this.#waiting = { doing, resolve, reject };
      this.#expectStep(patience);
      this.#limit = setTimeout(() => this.#fail(endlessPdf(doing, stepLimit / 1000)), patience + stepLimit);
    });
  }

  #expectStep(patience: number): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(
      () => this.#fail(slowPdf(this.#waiting?.doing ?? t('Reading it'), patience / 1000)),
      patience,
    );
  }

  #received(reply: PdfReply): void {
    switch (reply.type) {
      case 'step':
        return this.#expectStep(stepPatience);
      case 'refused':
        return this.#fail(refusedPdf(reply.why, { hadPassword: this.#hadPassword }));
      case 'crashed':
        return this.#fail(reply.outOfMemory ? outOfMemory() : this.#crashed());
      case 'opened':
      case 'done':
        this.#stopWaiting()?.resolve(reply);
    }
  }

  #crashed(): MediaError {
    return crashedPdf(this.#waiting?.doing ?? t('Reading it'));
  }

  #stopWaiting(): Waiting | undefined {
    clearTimeout(this.#patience);
    clearTimeout(this.#limit);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting;
  }

  #fail(error: Error): void {
    if (this.#failure) {
      return;
    }
    this.#failure = error;
    this.#signal.removeEventListener('abort', this.#onAbort);
    this.#stopWaiting()?.reject(error);
    void this.#worker.terminate();
  }
}
