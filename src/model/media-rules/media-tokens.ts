import type { ImageDetail } from '../../shared/parameters';
import type { MediaRules, Size } from './media-rules';

/** What the tokens of something sent depend on. What is not known of it is assumed to be middling. */
export type MediaFacts =
  | { readonly type: 'text'; readonly byteLength: number }
  | { readonly type: 'image'; readonly size?: Size | undefined; readonly detail?: ImageDetail | undefined }
  | { readonly type: 'audio' | 'video'; readonly seconds?: number | undefined }
  | { readonly type: 'file'; readonly pageCount?: number | undefined };

/**
 * OpenAI's rule of thumb is four characters a token in English. Bytes of UTF-8 are counted rather than characters because
 * other scripts, with two to four bytes a character, also need more tokens for each.
 * Source: https://help.openai.com/en/articles/4936856-what-are-tokens-and-how-to-count-them
 */
const bytesPerToken = 4;

const middling = { size: { width: 1_024, height: 1_024 }, seconds: 60, pageCount: 4 };

/** Tokens of something sent, by the rules of the model that gets it; not rounded. */
export function mediaTokens(facts: MediaFacts, rules: MediaRules): number {
  switch (facts.type) {
    case 'text':
      return facts.byteLength / bytesPerToken;
    case 'image':
      return rules.image.tokens(facts.size ?? middling.size, facts.detail);
    case 'audio':
      return (facts.seconds ?? middling.seconds) * rules.audioTokensPerSecond;
    case 'video':
      return (facts.seconds ?? middling.seconds) * rules.videoTokensPerSecond;
    case 'file':
      return (facts.pageCount ?? middling.pageCount) * rules.pageTokens;
  }
}

export function textTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken);
}
