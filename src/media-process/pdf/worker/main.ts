// One PDF, opened in a thread and a memory of its own: whatever it does to the engine ends with the thread.
import { parentPort, workerData } from 'node:worker_threads';
import type { PdfReply, PdfRequest, PdfWork, PdfWorkerData } from '../pdf-requests';
import { copyPages } from './copy-pages';
import { openDocument, pageSize, type OpenDocument } from './document';
import { drawPage } from './draw-page';
import { pageFacts } from './page-facts';
import { pageText } from './page-text';
import { loadPdfium } from './pdfium';

/** Milliseconds between two signs of life. */
const stepMilliseconds = 250;

let lastStep = 0;

void start().catch(giveUp);

async function start(): Promise<void> {
  // The media process starts this with what `PdfWorkerData` says.
  const data = workerData as PdfWorkerData;
  const pdfium = await loadPdfium(data.module);
  step();
  const opened = openDocument(pdfium, data);
  if (typeof opened === 'string') {
    reply({ type: 'refused', why: opened });
    return;
  }
  parentPort?.on('message', (request: PdfRequest) => {
    try {
      const output = doWork(opened, request);
      reply({ type: 'done', output }, output instanceof Uint8Array ? [output.buffer as ArrayBuffer] : []);
    } catch (error) {
      giveUp(error);
    }
  });
  reply({ type: 'opened', pageCount: opened.pageCount, isEncrypted: opened.isEncrypted });
}

function doWork(open: OpenDocument, request: PdfRequest): PdfWork[keyof PdfWork]['output'] | undefined {
  switch (request.name) {
    case 'facts':
      return pageFacts(open, request.page);
    case 'size':
      return pageSize(open, request.page);
    case 'text':
      return pageText(open, request.page);
    case 'draw':
      return drawPage(open, request, step);
    case 'copy':
      return copyPages(open, request.pages, step);
  }
}

function step(): void {
  const now = Date.now();
  if (now - lastStep >= stepMilliseconds) {
    lastStep = now;
    reply({ type: 'step' });
  }
}

/** After an error the engine's memory is in no known state. */
function giveUp(error: unknown): void {
  reply({ type: 'crashed', outOfMemory: error instanceof RangeError });
  parentPort?.close();
}

function reply(message: PdfReply, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}
