import type { Adjustment } from '../../shared/adjustment';
import type { ModelCapabilities } from '../../shared/capabilities';
import { asRecord, asText } from '../json';
import { asCount, asTexts, defined } from './read-fields';

/**
 * It knows the older name of the limit only, and answers without any where it gets the newer one
 * (https://github.com/ollama/ollama/blob/main/openai/openai.go).
 */
export const ollamaAdjustments: readonly Adjustment[] = [
  { type: 'renamed', parameter: 'max_completion_tokens', to: 'max_tokens' },
];

/** The only ones that it takes (https://github.com/ollama/ollama/blob/main/openai/openai.go). */
const images = { formats: ['image/png', 'image/jpeg', 'image/webp'] };

/**
 * Ollama's `POST /api/show` of one model (https://docs.ollama.com/api-reference/show-model-details). Its OpenAI
 * compatible side takes pictures and no other media.
 */
export function readOllamaShow(body: unknown): ModelCapabilities {
  const record = asRecord(body);
  const can = asTexts(record?.['capabilities']);
  const facts = defined({
    contextTokens: contextOf(record?.['parameters']) ?? trainedContextOf(record?.['model_info']),
  });
  if (can.length === 0) {
    return facts;
  }
  const image = can.includes('vision');
  return {
    ...facts,
    input: { text: true, image, audio: false, video: false, pdf: false },
    output: { text: can.includes('completion') },
    ...(image && { images }),
    tools: can.includes('tools'),
    reasoning: can.includes('thinking'),
  };
}

/** `num_ctx` of the model's own parameters, which are told as lines of text. */
function contextOf(parameters: unknown): number | undefined {
  const match = /^\s*num_ctx\s+(\d+)\s*$/m.exec(asText(parameters) ?? '');
  return match ? asCount(Number(match[1])) : undefined;
}

/** The field's name begins with the architecture's. */
function trainedContextOf(modelInfo: unknown): number | undefined {
  const entry = Object.entries(asRecord(modelInfo) ?? {}).find(([name]) => name.endsWith('.context_length'));
  return asCount(entry?.[1]);
}
