import { formatPageRange } from '../../shared/parse-page-range';
import { chosenPages } from '../../attachments/pdf/decide-pages';
import { planAttachment } from '../../attachments/plan-attachment';
import { isPreparedAs } from '../../attachments/planned';
import { findMediaRules } from '../../model/media-rules/find-media-rules';
import type { ModelTarget } from '../../model/model-target';
import type { Attachment, SentPart } from '../../shared/attachment/attachment';
import type { AttachmentOptions } from '../../shared/attachment/options';
import type { RemedyKind } from '../../shared/attachment/tray-warning';

/** Other options for an attachment in the tray. */
export interface OptionsChange {
  readonly id: string;
  readonly options: AttachmentOptions;
}

export type OptionsRemedy = Exclude<RemedyKind, 'otherModel' | 'remove'>;

/** The options with which less is sent of these attachments; none of those where that would change nothing. */
export function changesFor(
  kind: OptionsRemedy,
  attachments: readonly Attachment[],
  target: ModelTarget,
): readonly OptionsChange[] {
  return attachments.flatMap((attachment) => {
    const options = optionsFor(kind, attachment, target);
    return options && hasEffect(attachment, options, target) ? [{ id: attachment.id, options }] : [];
  });
}

function optionsFor(kind: OptionsRemedy, attachment: Attachment, target: ModelTarget): AttachmentOptions | undefined {
  switch (kind) {
    case 'smaller':
      return smaller(attachment);
    case 'lowDetail':
      return inLowDetail(attachment, target);
    case 'fewerPages':
      return withFewerPages(attachment);
    case 'fewerFrames':
      return withFewerFrames(attachment);
    case 'textOnly':
      return asTextOnly(attachment);
  }
}

function smaller(attachment: Attachment): AttachmentOptions | undefined {
  if (attachment.kind !== 'image' || !attachment.parts.some(isPicture)) {
    return undefined;
  }
  const { tiles: _tiles, ...options } = attachment.options;
  return { ...options, size: 'small' };
}

/** Only where the model counts a picture by the detail that is asked for. */
function inLowDetail(attachment: Attachment, target: ModelTarget): AttachmentOptions | undefined {
  if (attachment.kind !== 'image') {
    return undefined;
  }
  const { image } = findMediaRules(target);
  const counts = attachment.parts
    .filter(isPicture)
    .some(({ blob, detail }) => image.tokens(blob, 'low') < image.tokens(blob, detail));
  return counts ? { ...attachment.options, detail: 'low' } : undefined;
}

/** The first half of them. */
function withFewerPages(attachment: Attachment): AttachmentOptions | undefined {
  if (attachment.kind === 'pdf') {
    const { readable } = chosenPages(attachment);
    return readable.length > 1 ? { ...attachment.options, pages: formatPageRange(firstHalf(readable)) } : undefined;
  }
  if (attachment.kind !== 'image' || !attachment.frames || attachment.frames.times) {
    return undefined;
  }
  const { frames: chosen } = attachment.options;
  const pages = Array.isArray(chosen) ? chosen : [...Array(attachment.parts.filter(isPicture).length).keys()];
  return pages.length > 1 ? { ...attachment.options, frames: firstHalf(pages) } : undefined;
}

function withFewerFrames(attachment: Attachment): AttachmentOptions | undefined {
  const frames = attachment.parts.filter(isPicture).length;
  if (attachment.kind !== 'video' || frames < 2) {
    return undefined;
  }
  const { times: _times, ...options } = attachment.options;
  return { ...options, form: 'frames', frameCount: Math.ceil(frames / 2) };
}

function asTextOnly(attachment: Attachment): AttachmentOptions | undefined {
  const hasMore = attachment.parts.some(({ type }) => type !== 'text');
  if (!hasMore) {
    return undefined;
  }
  switch (attachment.kind) {
    case 'pdf':
      return { ...attachment.options, form: 'text' };
    case 'document':
      return { ...attachment.options, pictures: false };
    case 'audio':
    case 'image':
    case 'video':
    case 'text':
    case 'link':
      return undefined;
  }
}

function hasEffect(attachment: Attachment, options: AttachmentOptions, target: ModelTarget): boolean {
  // The options were made from those of the same attachment.
  const planned = planAttachment({ ...attachment, options } as Attachment, target);
  return planned.status === 'planned' && !isPreparedAs(attachment, planned);
}

function isPicture(part: SentPart): part is Extract<SentPart, { readonly type: 'image' }> {
  return part.type === 'image';
}

function firstHalf<T>(list: readonly T[]): readonly T[] {
  return list.slice(0, Math.ceil(list.length / 2));
}
