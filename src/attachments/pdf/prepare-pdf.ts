import { t } from '@vscode/l10n';
import type { PdfAttachment, SentPart } from '../../shared/attachment/attachment';
import type { ImageReference } from '../../shared/blob';
import { formatPageRange, parsePageRange } from '../../shared/parse-page-range';
import { AttachmentError } from '../attachment-error';
import type { PrepareContext } from '../attachment-services';
import { withName } from '../stored-file';
import { CachedPdf } from './cached-pdf';
import type { DrawnPages } from './draw-pages';
import { citeInstruction, pdfText, type PageText } from './page-text';
import type { PdfPlan } from './pdf-plan';
import { undrawnReason } from './pdf-reasons';
import { recognizePages } from './recognize-pages';

/** Makes the parts that a plan asks for. */
export async function preparePdf(
  attachment: PdfAttachment,
  plan: PdfPlan,
  context: PrepareContext,
): Promise<PdfAttachment> {
  const { name } = attachment;
  if (plan.pages === '') {
    throw new AttachmentError('corrupt', name, t('The chosen pages are damaged. Choose other pages.'));
  }
  return await withName(name, async () =>
    plan.file
      ? { ...attachment, parts: await fileParts(attachment, plan, context), reasons: plan.reasons }
      : { ...attachment, ...(await textAndPictures(attachment, plan, context)) },
  );
}

async function fileParts(
  attachment: PdfAttachment,
  plan: PdfPlan,
  context: PrepareContext,
): Promise<readonly SentPart[]> {
  const { name, source, pageCount } = attachment;
  const pages = pagesIn(plan.pages, attachment);
  const blob = plan.file === 'original' ? source : await new CachedPdf(attachment, context).copy(pages);
  const part: SentPart = { type: 'file', blob, name, pageCount: pages.length };
  // In a copy the pages count from 1 again: what is cited is to be found in the original.
  const about =
    pages.length < pageCount
      ? `${name} holds pages ${formatPageRange(pages)} of the original. By their original numbers, `
      : `Of ${name}, `;
  const citing = `${about}${citeInstruction(pages[0] ?? 1)}.`;
  return plan.isCited ? [await notePart(citing, context), part] : [part];
}

async function textAndPictures(
  attachment: PdfAttachment,
  plan: PdfPlan,
  context: PrepareContext,
): Promise<Pick<PdfAttachment, 'parts' | 'reasons'>> {
  const { name, pageCount } = attachment;
  const { pictures, failure } = await drawPictures(attachment, plan, context);
  const texts = await readTexts(attachment, { plan, pictures }, context);
  if (failure && pictures.size === 0 && texts.every(({ text }) => text === '')) {
    throw failure;
  }
  const images = [...pictures].map(([page, blob]): SentPart => ({
    type: 'image',
    blob,
    label: `Page ${page} of ${name}:`,
    place: { page },
  }));
  const text =
    texts.length > 0
      ? [await textPart(pdfText({ name, pageCount }, texts, plan), context)]
      : plan.isCited
        ? [await notePart(`Of ${name}, ${citeInstruction(pagesIn(plan.pictures, attachment)[0] ?? 1)}.`, context)]
        : [];
  const undrawn = pagesIn(plan.pictures, attachment).filter((page) => !pictures.has(page));
  return { parts: [...text, ...images], reasons: [...plan.reasons, ...undrawnReason(undrawn)] };
}

async function drawPictures(
  attachment: PdfAttachment,
  { pictures, picturePlan }: PdfPlan,
  context: PrepareContext,
): Promise<DrawnPages<ImageReference>> {
  if (!picturePlan) {
    return { pictures: new Map() };
  }
  context.progress(t('Drawing pages'), 0);
  const pages = pagesIn(pictures, attachment);
  const drawn = await new CachedPdf(attachment, context).pictures(pages, picturePlan, {
    onProgress: (fraction) => context.progress(t('Drawing pages'), fraction),
  });
  return { ...drawn, pictures: new Map([...drawn.pictures].sort(([a], [b]) => a - b)) };
}

async function readTexts(
  attachment: PdfAttachment,
  { plan, pictures }: { readonly plan: PdfPlan; readonly pictures: ReadonlyMap<number, ImageReference> },
  context: PrepareContext,
): Promise<readonly PageText[]> {
  const pages = pagesIn(plan.text, attachment);
  if (pages.length === 0) {
    return [];
  }
  context.progress(t('Reading its text'));
  const texts = await new CachedPdf(attachment, context).texts(pages, {
    onProgress: (fraction) => context.progress(t('Reading its text'), fraction),
  });
  const recognized = await recognizePages(attachment, pagesIn(plan.recognized, attachment), {
    ...context,
    onProgress: (fraction) => context.progress(t('Reading scanned pages'), fraction),
  });
  return pages.map((page, index): PageText => {
    const read = recognized.get(page);
    if (read !== undefined) {
      return { page, text: read, note: 'recognized' };
    }
    return { page, text: texts[index] ?? '', ...(pictures.has(page) && { note: 'picture' }) };
  });
}

/** What the model is told about the file or pictures that follow. */
async function notePart(text: string, context: PrepareContext): Promise<SentPart> {
  return { ...(await textPart(text, context)), isNote: true };
}

async function textPart(text: string, { blobs }: PrepareContext): Promise<Extract<SentPart, { type: 'text' }>> {
  return { type: 'text', blob: await blobs.put(Buffer.from(text), 'text/plain') };
}

/** A plan's pages; none where it names none. */
function pagesIn(range: string, { pageCount }: PdfAttachment): readonly number[] {
  const parsed = range === '' ? undefined : parsePageRange(range, pageCount);
  return parsed?.status === 'pages' ? parsed.pages : [];
}
