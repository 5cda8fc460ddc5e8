import type { ModelCapabilities } from '../../shared/capabilities';
import { asRecord, type JsonRecord } from '../json';
import { asAmount, asPrice, defined } from './read-fields';

/** What Together calls models that do not chat. */
const otherTypes: readonly unknown[] = ['embedding', 'image', 'audio', 'video', 'moderation', 'rerank', 'transcribe'];

/**
 * An entry as Together writes it (https://docs.together.ai/reference/models-1): prices are numbers, in dollars for a
 * million tokens; models that are not served by the token have zeros there.
 */
export function readTogetherModel(entry: JsonRecord): ModelCapabilities {
  const pricing = asRecord(entry['pricing']);
  const price = asPrice({ input: asAmount(pricing?.['input']), output: asAmount(pricing?.['output']) });
  return defined({
    output: otherTypes.includes(entry['type']) ? { text: false } : undefined,
    price: price && (price.input > 0 || price.output > 0) ? price : undefined,
  });
}
