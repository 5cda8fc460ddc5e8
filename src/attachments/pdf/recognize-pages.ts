import { layOutPlainText } from '../../model/offline/lay-out-text';
import type { PdfAttachment } from '../../shared/attachment/attachment';
import { isString } from '../../store/guard';
import { mediaSource } from '../stored-file';
import { CachedPdf, type PdfReading } from './cached-pdf';
import { readingPlan } from './page-picture-plan';

/** The text in pictures of these one-based pages, read on this machine. */
export async function recognizePages(
  pdf: Pick<PdfAttachment, 'source' | 'isEncrypted'>,
  pages: readonly number[],
  reading: PdfReading & { readonly onProgress: (fraction: number) => void },
): Promise<ReadonlyMap<number, string>> {
  const { media, blobs, derived, signal, onProgress } = reading;
  const cached = new CachedPdf(pdf, reading);
  const texts = new Map<number, string>();
  for (const page of pages) {
    const key = { source: pdf.source.sha256, form: 'recognizedPage', settings: { page } };
    let text = pdf.isEncrypted ? undefined : await derived.get(key, isString);
    if (text === undefined) {
      const picture = (await cached.pictures([page], readingPlan)).pictures.get(page);
      const recognized = picture && (await media.readText(await mediaSource(blobs, picture), { signal }));
      text = recognized ? layOutPlainText(recognized) : '';
      if (!pdf.isEncrypted) {
        await derived.put(key, text);
      }
    }
    texts.set(page, text);
    onProgress(texts.size / pages.length);
  }
  return texts;
}
