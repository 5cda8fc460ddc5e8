import type { ListedModel } from '../model-listing';
import { asRecord, asText, type JsonRecord } from '../json';
import { asAmount, asPrice, asTexts, defined, listedInput, listedOutput } from './read-fields';

/**
 * xAI's `GET /v1/language-models` (https://docs.x.ai/docs/api-reference#list-language-models), each model under its
 * aliases too. Undefined for any other answer.
 */
export function parseXaiModels(body: unknown): readonly ListedModel[] | undefined {
  const list = asRecord(body)?.['models'];
  return Array.isArray(list)
    ? list.flatMap((value: unknown) => {
        const entry = asRecord(value) ?? {};
        const ids = [asText(entry['id']), ...asTexts(entry['aliases'])].filter((id) => id !== undefined);
        return ids.map((id) => ({ id, capabilities: readCapabilities(entry) }));
      })
    : undefined;
}

function readCapabilities(entry: JsonRecord): ListedModel['capabilities'] {
  return defined({
    input: listedInput(entry['input_modalities']),
    output: listedOutput(entry['output_modalities']),
    price: asPrice({
      input: dollars(entry['prompt_text_token_price']),
      output: dollars(entry['completion_text_token_price']),
      cachedInput: dollars(entry['cached_prompt_text_token_price']),
    }),
  });
}

/** Told in hundredths of a cent for a million tokens. */
function dollars(price: unknown): number | undefined {
  const amount = asAmount(price);
  return amount === undefined ? undefined : amount / 10_000;
}
