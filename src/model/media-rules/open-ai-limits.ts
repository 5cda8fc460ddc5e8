import type { RequestLimits } from './media-rules';

/** Source: https://developers.openai.com/api/docs/guides/images-vision#image-input-requirements */
export const openAiLimits: RequestLimits = { imageCount: 1_500, bodyBytes: 512_000_000 };

/**
 * One token for 100 ms of what the person says.
 * Source: https://developers.openai.com/api/docs/guides/realtime-costs
 */
export const openAiAudioTokensPerSecond = 10;
