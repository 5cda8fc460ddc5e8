import { MAX_PDF_PAGES } from '../../shared/limits';
import type { TaskContext } from '../task-context';
import { emptyPdf, missingPage, tooManyPages, withoutPages } from './pdf-failures';
import type { PdfRequest, PdfWork } from './pdf-requests';
import { PdfThread } from './pdf-thread';

export interface OpenPdf {
  readonly pageCount: number;
  readonly isEncrypted: boolean;
  /** Undefined where what is asked for is damaged; `doing` as in "Drawing page 3". Throws `MediaError`. */
  ask<Name extends keyof PdfWork>(
    name: Name,
    input: PdfWork[Name]['input'],
    doing: string,
  ): Promise<PdfWork[Name]['output'] | undefined>;
}

export interface PdfTaskInput {
  readonly source: Uint8Array;
  readonly password?: string;
}

/** Milliseconds between two pages after which the whole process counts as stuck: its threads are given up long before. */
const taskPatience = 60_000;

/** Opens a document for the time of `work`. Throws `MediaError` where it can't be opened. */
export async function withPdf<T>(
  { source, password }: PdfTaskInput,
  context: TaskContext,
  work: (pdf: OpenPdf) => Promise<T>,
): Promise<T> {
  if (source.byteLength === 0) {
    throw emptyPdf();
  }
  context.progress({ patienceMilliseconds: taskPatience });
  const { thread, pageCount, isEncrypted } = await PdfThread.open({ source, password, signal: context.signal });
  try {
    if (pageCount <= 0) {
      throw withoutPages();
    }
    if (pageCount > MAX_PDF_PAGES) {
      throw tooManyPages(pageCount);
    }
    return await work({
      pageCount,
      isEncrypted,
      // A request's answer is that of its name.
      ask: async (name, input, doing) => await thread.ask({ name, ...input } as PdfRequest, doing),
    });
  } finally {
    thread.close();
  }
}

/** Does the same for one page after the other, and tells how far it is. */
export async function forEachPage<T>(
  pages: readonly number[],
  { pageCount }: Pick<OpenPdf, 'pageCount'>,
  { context, work }: { readonly context: TaskContext; readonly work: (page: number) => Promise<T> },
): Promise<readonly T[]> {
  const done: T[] = [];
  for (const page of pages) {
    if (!Number.isInteger(page) || page < 1 || page > pageCount) {
      throw missingPage(page);
    }
    done.push(await work(page));
    context.progress({ fraction: done.length / pages.length });
  }
  return done;
}
