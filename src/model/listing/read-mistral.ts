import type { ModelCapabilities } from '../../shared/capabilities';
import { asRecord, type JsonRecord } from '../json';
import { asFlag, defined } from './read-fields';

/** An entry as Mistral writes it (https://docs.mistral.ai/api/, List Models): `capabilities` holds flags. */
export function readMistralModel(entry: JsonRecord): ModelCapabilities {
  const flags = asRecord(entry['capabilities']);
  const chats = asFlag(flags?.['completion_chat']);
  const input = defined({ image: asFlag(flags?.['vision']), audio: asFlag(flags?.['audio']) });
  return defined({
    input: Object.keys(input).length > 0 ? input : undefined,
    output: chats === undefined ? undefined : { text: chats },
    tools: asFlag(flags?.['function_calling']),
    reasoning: asFlag(flags?.['reasoning']),
  });
}
