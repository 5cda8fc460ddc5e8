import { findMediaRules } from '../../model/media-rules/find-media-rules';
import type { RequestLimits } from '../../model/media-rules/media-rules';
import type { ModelTarget } from '../../model/model-target';
import type { InputModality } from '../../shared/capabilities';
import type { ParameterLayer } from '../../shared/parameters';

/** What one request to a model may be; what is absent has no known limit. */
export interface FitLimits extends RequestLimits {
  /** Tokens of the question with all that goes before it, with room left for the answer. */
  readonly inputTokens?: number;
  /** Tokens of question and answer together. */
  readonly contextTokens?: number;
  /** Pixels of the longer side of each picture. */
  readonly imageSide?: number;
  /** Pixels of each picture. */
  readonly imagePixels?: number;
  /** What the model is known not to take. */
  readonly refused: ReadonlySet<InputModality>;
}

/** Estimates of tokens are off by some: so much of a context is not planned with. */
const margin = 0.1;

/** Room for an answer whose length nobody limits, where a quarter of the context is no less. */
const usualAnswer = 4_096;

/** What is known of the model's family, from its server and from refusals; the stricter where both say something. */
export function requestLimits(target: ModelTarget, parameters: ParameterLayer = {}): FitLimits {
  const { capabilities, offline } = target;
  const { contextTokens, maxOutputTokens = Infinity, input = {}, images = {} } = capabilities;
  const { request } = findMediaRules(target);
  const modalities = ['image', 'audio', 'video', 'pdf'] as const;
  // The built-in engine reads pictures and text, and nothing else.
  const isRefused = (modality: InputModality): boolean => input[modality] === false || (offline && !input[modality]);
  return {
    ...request,
    ...atMost('imageCount', request.imageCount, images.count),
    ...atMost('imageBytes', request.imageBytes, images.bytes),
    ...(images.side !== undefined && { imageSide: images.side }),
    ...(images.pixels !== undefined && { imagePixels: images.pixels }),
    ...(contextTokens !== undefined && {
      contextTokens,
      inputTokens: Math.floor(
        contextTokens * (1 - margin) -
          Math.min(parameters.max_completion_tokens ?? Math.min(usualAnswer, maxOutputTokens), contextTokens / 4),
      ),
    }),
    refused: new Set(modalities.filter(isRefused)),
  };
}

function atMost<K extends 'imageCount' | 'imageBytes'>(
  name: K,
  ...limits: readonly (number | undefined)[]
): { readonly [N in K]?: number } | undefined {
  const known = limits.filter((limit) => limit !== undefined);
  const limit: { [N in K]?: number } = {};
  if (known.length > 0) {
    limit[name] = Math.min(...known);
  }
  return limit;
}
