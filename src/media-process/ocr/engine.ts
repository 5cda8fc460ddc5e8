import { join } from 'node:path';
import { createWorker, OEM, PSM } from 'tesseract.js';
import type { Line, Worker } from 'tesseract.js';

/** The build puts the engine beside the bundle of the media process. */
const folder = join(__dirname, 'ocr');

let engine: Promise<Worker> | undefined;

/**
 * Reads one block of black text on white. The engine is loaded by the first call and stays; ending it is the only way
 * to stop it in mid-work, so an abort does that.
 */
export async function readBlock(file: Uint8Array, singleLine: boolean, signal: AbortSignal): Promise<readonly Line[]> {
  signal.throwIfAborted();
  engine ??= loadEngine();
  const loading = engine;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        engine = undefined;
        void loading.then((worker) => worker.terminate());
        reject(new DOMException('Reading was cancelled.', 'AbortError'));
      },
      { once: true },
    );
  });
  return Promise.race([loading.then((worker) => recognize(worker, file, singleLine)), aborted]);
}

async function recognize(worker: Worker, file: Uint8Array, singleLine: boolean): Promise<readonly Line[]> {
  await worker.setParameters({ tessedit_pageseg_mode: singleLine ? PSM.SINGLE_LINE : PSM.SINGLE_BLOCK });
  const { data } = await worker.recognize(Buffer.from(file), {}, { text: false, blocks: true });
  return (data.blocks ?? []).flatMap((block) => block.paragraphs).flatMap((paragraph) => paragraph.lines);
}

async function loadEngine(): Promise<Worker> {
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    workerPath: join(folder, 'worker.js'),
    langPath: folder,
    cacheMethod: 'none',
    logger: () => undefined,
    // Without it, tesseract.js throws what also rejects the call.
    errorHandler: () => undefined,
  });
  await worker.setParameters({ user_defined_dpi: '300' });
  return worker;
}
