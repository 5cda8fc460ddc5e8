import type { ModelCapabilities } from '../../shared/capabilities';
import { asRecord, type JsonRecord } from '../json';
import { asCount, defined } from './read-fields';

/** Tokens as servers name them, those that tell the present limit before those that tell what the model could. */
const contextFields = [
  // LM Studio, of a model that is loaded
  'loaded_context_length',
  // vLLM
  'max_model_len',
  // Groq
  'context_window',
  // OpenRouter, Together
  'context_length',
  // Mistral, LM Studio
  'max_context_length',
] as const;

/** Groq */
const outputField = 'max_completion_tokens';

/** Limits in tokens of an entry of any server; llama.cpp tells them under `meta`. */
export function readLimits(entry: JsonRecord): ModelCapabilities {
  const context = contextFields.map((field) => asCount(entry[field])).find((count) => count !== undefined);
  return defined({
    contextTokens: context ?? asCount(asRecord(entry['meta'])?.['n_ctx']),
    maxOutputTokens: asCount(entry[outputField]),
  });
}
