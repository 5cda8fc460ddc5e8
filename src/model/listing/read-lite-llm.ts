import type { ListedModel } from '../model-listing';
import { asRecord, asText, type JsonRecord } from '../json';
import { asCount, asFlag, asPrice, defined, perMillion } from './read-fields';

/** LiteLLM's `GET /model/info` (https://docs.litellm.ai/docs/proxy/model_management). Undefined for any other answer. */
export function parseLiteLlmModels(body: unknown): readonly ListedModel[] | undefined {
  const list = asRecord(body)?.['data'];
  return Array.isArray(list)
    ? list.flatMap((value: unknown) => {
        const entry = asRecord(value);
        const id = asText(entry?.['model_name']);
        return id ? [{ id, capabilities: readInfo(asRecord(entry?.['model_info']) ?? {}) }] : [];
      })
    : undefined;
}

/** Null stands for what LiteLLM does not know. Prices are dollars for one token. */
function readInfo(info: JsonRecord): ListedModel['capabilities'] {
  const mode = asText(info['mode']);
  const input = defined({
    image: asFlag(info['supports_vision']),
    audio: asFlag(info['supports_audio_input']),
    video: asFlag(info['supports_video_input']),
    pdf: asFlag(info['supports_pdf_input']),
  });
  const output = defined({
    text: mode === undefined ? undefined : mode === 'chat' || mode === 'completion' || mode === 'responses',
    audio: asFlag(info['supports_audio_output']),
  });
  return defined({
    input: Object.keys(input).length > 0 ? input : undefined,
    output: Object.keys(output).length > 0 ? output : undefined,
    tools: asFlag(info['supports_function_calling']),
    reasoning: asFlag(info['supports_reasoning']),
    structuredOutput: asFlag(info['supports_response_schema']),
    contextTokens: asCount(info['max_input_tokens']),
    maxOutputTokens: asCount(info['max_output_tokens']),
    price: asPrice({
      input: perMillion(info['input_cost_per_token']),
      output: perMillion(info['output_cost_per_token']),
      cachedInput: perMillion(info['cache_read_input_token_cost']),
      audioInput: perMillion(info['input_cost_per_audio_token']),
      audioOutput: perMillion(info['output_cost_per_audio_token']),
    }),
  });
}
