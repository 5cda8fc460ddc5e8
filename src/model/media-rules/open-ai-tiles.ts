import type { MediaRules, Size } from './media-rules';

const baseTokens = 85;
const tileTokens = 170;
const tileSide = 512;

/** GPT-4o and GPT-4.1: made to fit 2,048 × 2,048, then the shorter side to 768, then cut into tiles. */
export const openAiTiles: MediaRules = {
  family: 'OpenAI tiles',
  source: 'https://platform.openai.com/docs/guides/images-vision#calculating-costs',
  image: {
    fit,
    tokens: (size, detail) => {
      if (detail === 'low') {
        return baseTokens;
      }
      const { width, height } = fit(size);
      return baseTokens + tileTokens * Math.ceil(width / tileSide) * Math.ceil(height / tileSide);
    },
  },
  audioTokensPerSecond: 10,
  videoTokensPerSecond: 263,
  pageTokens: 765,
  request: {},
};

function fit({ width, height }: Size): Size {
  const inSquare = Math.min(1, 2_048 / Math.max(width, height));
  const factor = inSquare * Math.min(1, 768 / (Math.min(width, height) * inSquare));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}
