import { t } from '@vscode/l10n';
import type { PdfAttachment } from '../../shared/attachment/attachment';
import { pdfForms, type AttachmentOptions } from '../../shared/attachment/options';
import { parsePageRange } from '../../shared/parse-page-range';
import type { CheckedOptions } from '../check-options';

/** Whether options that a page sent are those of a PDF with so many pages. */
export function checkPdfOptions({ pageCount }: PdfAttachment, options: AttachmentOptions): CheckedOptions {
  const { form, pages = '', ...others }: Readonly<Record<string, unknown>> = { ...options };
  const known = pdfForms.find((candidate) => candidate === form);
  if (Object.keys(others).length > 0 || known !== form || typeof pages !== 'string') {
    return { status: 'refused', reason: t('Of a PDF it can be chosen which pages are sent, and as what.') };
  }
  const range = parsePageRange(pages, pageCount);
  if (range.status === 'wrong') {
    return { status: 'refused', reason: range.reason };
  }
  return {
    status: 'valid',
    options: { ...(known && { form: known }), ...(pages.trim() !== '' && { pages: pages.trim() }) },
  };
}
