import { partTokens } from '../../attachments/estimate-parts';
import type { MediaRules } from '../../model/media-rules/media-rules';
import type { SentPart } from '../../shared/attachment/attachment';
import type { InputModality } from '../../shared/capabilities';
import type { FitLimits } from './request-limits';

/** What something takes of a request. */
export interface Cost {
  readonly tokens: number;
  /** Bytes in the body, base64 included. */
  readonly bodyBytes: number;
  readonly images: number;
  /** Pictures that are too large where there are many. */
  readonly largeImages: number;
}

export const resources = ['tokens', 'bodyBytes', 'images', 'largeImages'] as const;
export type Resource = (typeof resources)[number];

const noCost: Cost = { tokens: 0, bodyBytes: 0, images: 0, largeImages: 0 };

export function addCosts(costs: readonly Cost[]): Cost {
  const sum = { ...noCost };
  for (const cost of costs) {
    for (const resource of resources) {
      sum[resource] += cost[resource];
    }
  }
  return sum;
}

export function textCost(byteLength: number, rules: MediaRules): Cost {
  const blob = { sha256: '', mediaType: 'text/plain', byteLength };
  return { ...noCost, tokens: partTokens({ type: 'text', blob }, rules), bodyBytes: byteLength };
}

export function partCost(part: SentPart, rules: MediaRules, { manyImages }: FitLimits): Cost {
  const isLarge = part.type === 'image' && manyImages !== undefined && longerSide(part.blob) > manyImages.side;
  return {
    tokens: partTokens(part, rules),
    bodyBytes: bodyBytes(part),
    images: modalityOf(part) === 'image' ? 1 : 0,
    largeImages: isLarge ? 1 : 0,
  };
}

/** Whether the part may be sent at all, whatever else there is. */
export function isSendable(part: SentPart, limits: FitLimits): boolean {
  const { imageBytes = Infinity, imageSide = Infinity, imagePixels = Infinity } = limits;
  return (
    part.type !== 'image' ||
    (part.blob.byteLength <= imageBytes &&
      longerSide(part.blob) <= imageSide &&
      part.blob.width * part.blob.height <= imagePixels)
  );
}

export function modalityOf(part: SentPart): InputModality {
  switch (part.type) {
    case 'link':
      return part.media;
    case 'file':
      return 'pdf';
    case 'text':
    case 'image':
    case 'audio':
    case 'video':
      return part.type;
  }
}

/** What JSON adds around a part. */
const frame = 100;

function bodyBytes(part: SentPart): number {
  switch (part.type) {
    case 'link':
      return part.url.length + frame;
    case 'text':
      return part.blob.byteLength + frame;
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return Math.ceil(part.blob.byteLength / 3) * 4 + frame;
  }
}

function longerSide({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.max(width, height);
}
