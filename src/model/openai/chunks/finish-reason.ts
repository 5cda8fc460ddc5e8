import type { FinishReason } from '../../deltas';
import { asText } from '../json';

/** What a server's finish reason means; undefined while there is none, and for `error`, which finishes nothing. */
export function readFinishReason(value: unknown): FinishReason | undefined {
  const reason = asText(value);
  switch (reason?.toLowerCase()) {
    case undefined:
    case 'error':
      return undefined;
    case 'stop':
    case 'eos':
    case 'eos_token':
    case 'end_turn':
    case 'stop_sequence':
      return 'stop';
    case 'length':
    case 'max_tokens':
    case 'max_output_tokens':
    case 'model_length':
      return 'length';
    case 'tool_calls':
    case 'tool_use':
    case 'function_call':
      return 'toolCalls';
    case 'content_filter':
    case 'safety':
    case 'recitation':
    case 'prohibited_content':
    case 'refusal':
      return 'contentFilter';
    default:
      return 'unknown';
  }
}
