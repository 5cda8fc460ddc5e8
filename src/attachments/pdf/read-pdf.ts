import { t } from '@vscode/l10n';
import type { PdfFacts } from '../../media-process/pdf-service';
import type { PdfAttachment } from '../../shared/attachment/attachment';
import type { ImageReference } from '../../shared/blob';
import { MAX_PDF_BYTES } from '../../shared/limits';
import { AttachmentError } from '../attachment-error';
import type { PrepareContext } from '../attachment-services';
import { baseOf, withName, type StoredFile } from '../stored-file';
import { CachedPdf } from './cached-pdf';
import { pageThumbnailPlan } from './page-picture-plan';

/** What the pages of a PDF hold, and a small picture of the first. */
export async function readPdf(stored: StoredFile, context: PrepareContext): Promise<PdfAttachment> {
  const { file, source } = stored;
  if (source.byteLength > MAX_PDF_BYTES) {
    throw new AttachmentError('tooManyBytes', file.name, tooLarge);
  }
  const facts = await withName(file.name, async () => {
    context.progress(t('Reading its pages'));
    return await new CachedPdf({ source }, context).facts({
      onProgress: (fraction) => context.progress(t('Reading its pages'), fraction),
    });
  });
  if (facts.pages.every(({ isDamaged }) => isDamaged)) {
    throw new AttachmentError(
      'corrupt',
      file.name,
      t('All of its pages are damaged. Download it again and attach that.'),
    );
  }
  const { isEncrypted } = facts;
  const damagedPages = numbers(facts, ({ isDamaged }) => isDamaged === true);
  const thumbnail = await smallPicture({ source, isEncrypted }, facts, context);
  return {
    ...baseOf(stored),
    kind: 'pdf',
    source,
    pageCount: facts.pages.length,
    scannedPages: numbers(facts, ({ hasText, hasFigures }) => !hasText && hasFigures),
    figurePages: numbers(facts, ({ hasText, hasFigures }) => hasText && hasFigures),
    ...(damagedPages.length > 0 && { damagedPages }),
    ...(isEncrypted && { isEncrypted }),
    ...(thumbnail && { thumbnail }),
    options: {},
  };
}

const tooLarge = t(
  'It has more than {0} MB. Save the pages that you want to ask about as a PDF and attach that.',
  MAX_PDF_BYTES / (1024 * 1024),
);

/** Of the first page that is whole; where it can't be drawn, that is no reason to refuse the rest. */
async function smallPicture(
  pdf: Pick<PdfAttachment, 'source' | 'isEncrypted'>,
  { pages }: PdfFacts,
  context: PrepareContext,
): Promise<ImageReference | undefined> {
  const first = pages.findIndex(({ isDamaged }) => !isDamaged) + 1;
  return (await new CachedPdf(pdf, context).pictures([first], pageThumbnailPlan)).pictures.get(first);
}

function numbers({ pages }: PdfFacts, matches: (page: PdfFacts['pages'][number]) => boolean): readonly number[] {
  return pages.flatMap((page, index) => (matches(page) ? [index + 1] : []));
}
