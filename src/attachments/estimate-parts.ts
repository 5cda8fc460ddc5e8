import { findMediaRules } from '../model/media-rules/find-media-rules';
import type { MediaRules } from '../model/media-rules/media-rules';
import { mediaTokens, type MediaFacts } from '../model/media-rules/media-tokens';
import type { ModelTarget } from '../model/model-target';
import { costOf } from '../model/observe/cost-of';
import type { SentPart } from '../shared/attachment/attachment';
import type { PartsEstimate } from '../shared/attachment/tray-item';

/**
 * What parts are to a model, by the arithmetic of its family. Money is what they add to a question: what a request costs
 * by itself is not among it.
 */
export function estimateParts(parts: readonly SentPart[], target: ModelTarget): PartsEstimate {
  const rules = findMediaRules(target);
  const { family, source } = rules;
  const tokens = total(parts.map((part) => partTokens(part, rules)));
  const price = target.offline ? undefined : target.capabilities.price;
  return {
    bytes: total(parts.map((part) => ('blob' in part ? part.blob.byteLength : 0))),
    tokens,
    ...(price && { dollars: dollarsOf(parts, tokens, { price: { ...price, request: 0 }, rules }) }),
    rule: family,
    source,
  };
}

/** Tokens of one part with its label, rounded up. */
export function partTokens(part: SentPart, rules: MediaRules): number {
  const label = 'label' in part ? Buffer.byteLength(part.label ?? '') : 0;
  return Math.ceil(mediaTokens(factsOf(part), rules) + mediaTokens({ type: 'text', byteLength: label }, rules));
}

function dollarsOf(
  parts: readonly SentPart[],
  inputTokens: number,
  { price, rules }: { readonly price: Parameters<typeof costOf>[1]; readonly rules: MediaRules },
): number {
  const sounds = parts.filter(({ type, ...part }) => type === 'audio' || ('media' in part && part.media === 'audio'));
  const usage = {
    inputTokens,
    outputTokens: 0,
    audioInputTokens: total(sounds.map((part) => Math.ceil(mediaTokens(factsOf(part), rules)))),
  };
  return costOf(usage, price, parts.filter(isPicture).length).dollars;
}

function factsOf(part: SentPart): MediaFacts {
  switch (part.type) {
    case 'text':
      return { type: 'text', byteLength: part.blob.byteLength };
    case 'image':
      return { type: 'image', size: part.blob, detail: part.detail };
    case 'audio':
    case 'video':
      return { type: part.type, seconds: part.seconds };
    case 'file':
      return { type: 'file', pageCount: part.pageCount };
    case 'link':
      return { type: part.media };
  }
}

function isPicture(part: SentPart): boolean {
  return part.type === 'image' || (part.type === 'link' && part.media === 'image');
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
