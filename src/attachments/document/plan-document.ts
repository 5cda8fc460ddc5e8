import { findMediaRules } from '../../model/media-rules/find-media-rules';
import type { ModelTarget } from '../../model/model-target';
import type { DocumentAttachment, ImageAttachment } from '../../shared/attachment/attachment';
import { planImage } from '../image/plan-image';
import type { Planned } from '../planned';
import { assembleDocument } from './assemble-document';

/** Pictures of one document that are sent: more are many tokens and rarely looked at. */
const maxPictures = 50;

/** What is sent of a document beside its text. */
export interface DocumentPlan {
  readonly pictures: PicturesPlan;
}

export type PicturesPlan =
  | { readonly send: 'none'; readonly because: 'thereAreNone' | 'thePersonChose' | 'theModelSeesNone' }
  /** `as` is how pictures of some common shapes are sent: another way to send them is another plan. */
  | { readonly send: 'first'; readonly count: number; readonly as: readonly unknown[] };

/** The text of a document is sent to every model, its pictures to those that take pictures. */
export function planDocument(attachment: DocumentAttachment, target: ModelTarget): Planned {
  const plan: DocumentPlan = { pictures: planPictures(attachment, target) };
  return { status: 'planned', plan, prepare: (context) => assembleDocument({ attachment, plan, target, context }) };
}

function planPictures({ pictureCount, options }: DocumentAttachment, target: ModelTarget): PicturesPlan {
  if (pictureCount === 0) {
    return { send: 'none', because: 'thereAreNone' };
  }
  if (options.pictures === false) {
    return { send: 'none', because: 'thePersonChose' };
  }
  if (!target.offline && target.capabilities.input?.image === false) {
    return { send: 'none', because: 'theModelSeesNone' };
  }
  const planned = shapes.map((shape) => planImage(shape, target));
  const { imageCount = maxPictures } = findMediaRules(target).request;
  const as = planned.flatMap((one) => (one.status === 'planned' ? [one.plan] : []));
  return { send: 'first', count: Math.min(maxPictures, imageCount, pictureCount), as };
}

/** Stand for the pictures of a document, whose sizes are known only when they are prepared. */
const shapes = [
  [4_000, 3_000],
  [1_000, 8_000],
  [400, 300],
].map(([width = 0, height = 0]): ImageAttachment => {
  const blob = { sha256: '', mediaType: 'image/png', byteLength: width * height, width, height };
  return { kind: 'image', id: '', name: '', source: blob, thumbnail: blob, parts: [], reasons: [], options: {} };
});
