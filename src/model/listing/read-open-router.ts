import type { ModelCapabilities } from '../../shared/capabilities';
import { asRecord, asText, type JsonRecord } from '../json';
import { asAmount, asCount, asPrice, asTexts, defined, listedInput, listedOutput, perMillion } from './read-fields';

/**
 * An entry as OpenRouter writes it, and servers that follow it such as Hugging Face's router
 * (https://openrouter.ai/docs/models). Prices are texts, in dollars for one token, picture or request.
 */
export function readOpenRouterModel(entry: JsonRecord): ModelCapabilities {
  const architecture = asRecord(entry['architecture']);
  const [input, output] = (asText(architecture?.['modality']) ?? '->').split('->').map((side) => side.split('+'));
  const parameters = asTexts(entry['supported_parameters']);
  const says = (name: string): boolean | undefined => (parameters.length === 0 ? undefined : parameters.includes(name));
  return defined({
    input: withoutMissingPdf(listedInput(architecture?.['input_modalities']) ?? listedInput(filled(input))),
    output: listedOutput(architecture?.['output_modalities']) ?? listedOutput(filled(output)),
    tools: says('tools'),
    reasoning: says('reasoning'),
    structuredOutput: says('structured_outputs'),
    maxOutputTokens: asCount(asRecord(entry['top_provider'])?.['max_completion_tokens']),
    price: readPrice(asRecord(entry['pricing'])),
  });
}

function readPrice(pricing: JsonRecord | undefined): ModelCapabilities['price'] {
  const above0 = (amount: number | undefined): number | undefined => (amount === 0 ? undefined : amount);
  return asPrice({
    input: perMillion(pricing?.['prompt']),
    output: perMillion(pricing?.['completion']),
    cachedInput: above0(perMillion(pricing?.['input_cache_read'])),
    audioInput: above0(perMillion(pricing?.['audio'])),
    image: above0(asAmount(pricing?.['image'])),
    request: above0(asAmount(pricing?.['request'])),
  });
}

/** OpenRouter itself turns a PDF into text for models that take none. */
function withoutMissingPdf(input: ModelCapabilities['input']): ModelCapabilities['input'] {
  const { pdf, ...others } = input ?? {};
  return pdf === false ? others : input;
}

function filled(names: readonly string[] | undefined): readonly string[] {
  return (names ?? []).filter((name) => name !== '');
}
