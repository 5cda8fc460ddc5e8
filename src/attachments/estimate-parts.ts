import { findMediaRules } from '../model/media-rules/find-media-rules';
import type { ModelTarget } from '../model/model-target';
import type { SentPart } from '../shared/attachment/attachment';
import type { PartsEstimate } from '../shared/attachment/tray-item';
import type { MediaRules } from '../model/media-rules/media-rules';

/** OpenAI's rule of thumb; see model/observe/estimate-usage.ts. */
const bytesPerToken = 4;

/** What parts are to a model, by the arithmetic of its family. */
export function estimateParts(parts: readonly SentPart[], target: ModelTarget): PartsEstimate {
  const rules = findMediaRules(target);
  const { family, source } = rules;
  const tokens = Math.ceil(parts.reduce((sum, part) => sum + partTokens(part, rules), 0));
  const price = target.capabilities.price;
  return {
    bytes: parts.reduce((sum, part) => sum + ('blob' in part ? part.blob.byteLength : 0), 0),
    tokens,
    ...(price && { dollars: (tokens * price.input) / 1_000_000 }),
    rule: family,
    source,
  };
}

function partTokens(part: SentPart, rules: MediaRules): number {
  switch (part.type) {
    case 'text':
      return part.blob.byteLength / bytesPerToken;
    case 'image':
      return rules.image.tokens(part.blob, part.detail) + (part.label?.length ?? 0) / bytesPerToken;
    case 'audio':
      return part.seconds * rules.audioTokensPerSecond;
    case 'video':
      return part.seconds * rules.videoTokensPerSecond;
    case 'file':
      return part.pageCount * rules.pageTokens;
    case 'link':
      return rules.image.tokens({ width: 1_024, height: 1_024 });
  }
}
