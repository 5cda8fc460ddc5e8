import type { MediaRules, RequestLimits } from './media-rules';
import { scaled, squares } from './sizes';

/**
 * Sources: https://ai.google.dev/gemini-api/docs/image-understanding#limitations (pictures),
 * https://ai.google.dev/gemini-api/docs/files (bytes that go in the request itself)
 */
const request: RequestLimits = { imageCount: 3_600, bodyBytes: 100_000_000 };

/** Up to Gemini 2.5: 258 tokens for a small picture and for each tile of 768 × 768 pixels of a larger one. */
export const gemini2: MediaRules = {
  family: 'Gemini tiles',
  source: 'https://ai.google.dev/gemini-api/docs/tokens#multimodal-tokens',
  image: {
    // Tiles are cut from the picture as it is; nothing is told of a largest size.
    fit: (size) => size,
    tokens: (size) => 258 * (size.width <= 384 && size.height <= 384 ? 1 : squares(size, 768)),
  },
  audioTokensPerSecond: 32,
  videoTokensPerSecond: 263 + 32,
  pageTokens: 258,
  request,
};

/**
 * Gemini 3 and later: a budget for each picture, page and frame, whatever its size; OpenAI's `detail` is taken for Gemini's
 * media resolution. The text of a page costs nothing. A video is looked at once a second.
 */
export const gemini3: MediaRules = {
  family: 'Gemini media resolution',
  source: 'https://ai.google.dev/gemini-api/docs/media-resolution#token-counts',
  image: {
    // What pages of a PDF are brought to; of pictures nothing is told.
    fit: (size) => scaled(size, Math.min(1, 3_072 / Math.max(size.width, size.height))),
    tokens: (_size, detail) => (detail === 'low' ? 280 : 1_120),
  },
  audioTokensPerSecond: 25,
  videoTokensPerSecond: 70 + 25,
  pageTokens: 560,
  request,
};
