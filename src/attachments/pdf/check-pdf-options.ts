import type { PdfAttachment } from '../../shared/attachment/attachment';
import { pdfForms, type AttachmentOptions, type PdfOptions } from '../../shared/attachment/options';
import { parsePageRange } from '../../shared/parse-page-range';
import type { CheckedOptions } from '../check-options';

/** Whether options that a page sent are those of a PDF with so many pages. */
export function checkPdfOptions({ pageCount }: PdfAttachment, options: AttachmentOptions): CheckedOptions {
  const { form, pages, ...others }: PdfOptions & Readonly<Record<string, unknown>> = { ...options };
  if (Object.keys(others).length > 0 || (form !== undefined && !pdfForms.includes(form))) {
    return { status: 'refused', reason: 'Of a PDF it can be chosen which pages are sent, and as what.' };
  }
  if (pages === undefined || (typeof pages === 'string' && pages.trim() === '')) {
    return { status: 'valid', options: form === undefined ? {} : { form } };
  }
  const range = typeof pages === 'string' ? parsePageRange(pages, pageCount) : undefined;
  if (range?.status !== 'pages') {
    return { status: 'refused', reason: range?.reason ?? 'Pages are chosen as in "1-3, 8".' };
  }
  return { status: 'valid', options: { ...(form !== undefined && { form }), pages: pages.trim() } };
}
