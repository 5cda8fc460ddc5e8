import type { PdfPageFacts } from '../pdf-service';
import type { Size } from '../target-size';

/** Why a document can't be opened. */
export type PdfRefusal = 'password' | 'security' | 'damaged' | 'memory';

/** What the worker is started with. */
export interface PdfWorkerData {
  /** PDFium, compiled. */
  readonly module: WebAssembly.Module;
  readonly bytes: Uint8Array;
  readonly password?: string;
}

/** What the worker does with the open document, and what it answers. Pages are one-based. */
export interface PdfWork {
  readonly facts: { readonly input: { readonly page: number }; readonly output: PdfPageFacts };
  /** Points, upright. */
  readonly size: { readonly input: { readonly page: number }; readonly output: Size };
  readonly text: { readonly input: { readonly page: number }; readonly output: string };
  /** Red, green and blue of each pixel. */
  readonly draw: { readonly input: { readonly page: number; readonly size: Size }; readonly output: Uint8Array };
  readonly copy: { readonly input: { readonly pages: readonly number[] }; readonly output: Uint8Array };
}

export type PdfRequest = { [Name in keyof PdfWork]: { readonly name: Name } & PdfWork[Name]['input'] }[keyof PdfWork];

/** What the worker tells. It answers requests one after the other, in their order. */
export type PdfReply =
  | { readonly type: 'opened'; readonly pageCount: number; readonly isEncrypted: boolean }
  | { readonly type: 'refused'; readonly why: PdfRefusal }
  /** The work goes on. */
  | { readonly type: 'step' }
  /** `output` is undefined where the page is damaged. */
  | { readonly type: 'done'; readonly output: PdfWork[keyof PdfWork]['output'] | undefined }
  /** The engine gave up, and the worker with it. */
  | { readonly type: 'crashed'; readonly outOfMemory: boolean };
