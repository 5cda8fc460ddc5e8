import { findMediaRules } from '../../model/media-rules/find-media-rules';
import type { ModelTarget } from '../../model/model-target';
import type { PdfAttachment } from '../../shared/attachment/attachment';
import { allPages, formatPageRange, parsePageRange } from '../../shared/parse-page-range';
import { chooseForm, type PdfForm } from './choose-form';
import { pagePicturePlan } from './page-picture-plan';
import type { PdfPlan } from './pdf-plan';
import { damageReasons, fileReason, limitReasons, sentReasons } from './pdf-reasons';

/** Pages that are drawn, or read from a picture, without the person having chosen pages. */
const unaskedPictures = 20;

/** Pictures in one request where the provider is not known to take fewer. */
const usualPictures = 100;

type PlannedPdf = Pick<
  PdfAttachment,
  'options' | 'instead' | 'source' | 'pageCount' | 'scannedPages' | 'figurePages' | 'damagedPages' | 'isEncrypted'
>;

/** What is sent of which pages, and why. Pure. */
export function decidePages(attachment: PlannedPdf, target: ModelTarget): PdfPlan {
  const pages = chosenPages(attachment);
  const { form, reasons } = chooseForm(attachment, target, pages.readable.length);
  const base = { pages: formatPageRange(pages.readable), isCited: !target.offline };
  const why = [...reasons, ...damageReasons(pages.damaged)];
  if (form === 'file') {
    return { ...base, ...asFile(attachment, pages.readable, why) };
  }
  const wanted = pictureCandidates(attachment, form, pages.readable);
  const limit = pictureLimit(attachment, target);
  const drawn = wanted.slice(0, limit);
  const scanned = new Set(attachment.scannedPages);
  const isText = form === 'text';
  const pictures = isText ? [] : drawn;
  const recognized = isText ? drawn : [];
  const undrawn = wanted.slice(limit);
  const leftOut = undrawn.filter((page) => form === 'pages' || scanned.has(page));
  const sent = pages.readable.filter((page) => !leftOut.includes(page));
  const text = form === 'pages' ? [] : sent;
  return {
    ...base,
    text: formatPageRange(text),
    recognized: formatPageRange(recognized),
    pictures: formatPageRange(pictures),
    ...(pictures.length > 0 && { picturePlan: pagePicturePlan(target, pictures.length) }),
    reasons: [
      ...why,
      ...sentReasons({ form, sent, pictures, recognized, pageCount: attachment.pageCount }),
      ...limitReasons({
        form,
        limit,
        leftOut,
        withoutPicture: undrawn.filter((page) => !leftOut.includes(page)),
        isChosen: attachment.options.pages !== undefined,
      }),
    ],
  };
}

/** The pages that the person chose, or all. */
export function chosenPages({
  options,
  pageCount,
  damagedPages = [],
}: Pick<PlannedPdf, 'options' | 'pageCount' | 'damagedPages'>): {
  readonly readable: readonly number[];
  readonly damaged: readonly number[];
} {
  const range = parsePageRange(options.pages ?? '', pageCount);
  // What was chosen is checked where it is chosen; an old choice may be of another version of the file.
  const chosen = range.status === 'pages' ? range.pages : allPages(pageCount);
  const damaged = new Set(damagedPages);
  return {
    readable: chosen.filter((page) => !damaged.has(page)),
    damaged: chosen.filter((page) => damaged.has(page)),
  };
}

/** Pages that are to be drawn if there may be so many pictures. */
function pictureCandidates(attachment: PlannedPdf, form: PdfForm, pages: readonly number[]): readonly number[] {
  if (form === 'pages') {
    return pages;
  }
  const { scannedPages, figurePages } = attachment;
  const drawn = new Set(form === 'text' ? scannedPages : [...scannedPages, ...figurePages]);
  return pages.filter((page) => drawn.has(page));
}

function pictureLimit({ options }: PlannedPdf, target: ModelTarget): number {
  const asked = options.pages === undefined ? unaskedPictures : usualPictures;
  const { imageCount } = findMediaRules(target).request;
  const { images } = target.capabilities;
  return Math.min(asked, imageCount ?? Infinity, images?.count ?? Infinity);
}

function asFile(
  { pageCount, isEncrypted }: PlannedPdf,
  pages: readonly number[],
  reasons: readonly string[],
): Omit<PdfPlan, 'pages' | 'isCited'> {
  const isWhole = pages.length === pageCount;
  return {
    file: isWhole && !isEncrypted ? 'original' : 'copy',
    text: '',
    recognized: '',
    pictures: '',
    reasons: [...reasons, fileReason(pages, { pageCount, isEncrypted })],
  };
}
