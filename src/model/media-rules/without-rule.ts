import { t } from '@vscode/l10n';
import type { MediaRules } from './media-rules';
import { openAiTiles } from './open-ai-tiles';
import { within } from './sizes';

const asGpt4o = openAiTiles({ base: 85, tile: 170 });

/**
 * A model whose name tells nothing: counted as GPT-4o, which is neither the most nor the least thrifty. Pictures are left
 * as large as most models use, and no limit of a request is assumed.
 */
export const unknownModel: MediaRules = {
  ...asGpt4o,
  family: t('GPT-4o (unknown model)'),
  image: { ...asGpt4o.image, fit: (size) => within(size, 2_048) },
  request: {},
};

/** The built-in engine reads pictures as they are, and counts nothing. */
export const builtInReader: MediaRules = {
  family: t('Built-in reader'),
  source: 'https://github.com/tesseract-ocr/tesseract',
  image: { fit: (size) => size, tokens: () => 0 },
  audioTokensPerSecond: 0,
  videoTokensPerSecond: 0,
  pageTokens: 0,
  request: {},
};
