import { asArray, asRecord, asText, type JsonRecord } from '../../json';

/**
 * What a delta or message tells of the model's thoughts in a field of its own: `reasoning` (vLLM, Ollama, Groq,
 * OpenRouter) or `reasoning_content` (llama.cpp, DeepSeek, xAI). OpenRouter's `reasoning_details` say the same again and
 * are read only where neither field ever came; encrypted thoughts are passed over.
 */
export class ReasoningFields {
  #hasField = false;

  read(delta: JsonRecord): string {
    const field = asText(delta['reasoning']) ?? asText(delta['reasoning_content']);
    this.#hasField ||= field !== undefined;
    return field ?? (this.#hasField ? '' : detailsIn(delta));
  }
}

/** https://openrouter.ai/docs/use-cases/reasoning-tokens */
function detailsIn(delta: JsonRecord): string {
  return asArray(delta['reasoning_details'])
    .map((value) => {
      const detail = asRecord(value);
      switch (detail?.['type']) {
        case 'reasoning.text':
          return asText(detail['text']) ?? '';
        case 'reasoning.summary':
          return asText(detail['summary']) ?? '';
        default:
          return '';
      }
    })
    .join('');
}
