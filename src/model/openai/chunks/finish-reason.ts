import type { FinishReason } from '../../deltas';
import { asText } from '../../json';

/** OpenRouter; vLLM; DeepSeek (https://api-docs.deepseek.com/api/create-chat-completion); Zhipu. */
const breaks = ['error', 'abort', 'insufficient_system_resource', 'network_error'];

/** Whether a finish reason says that the server broke off, which finishes nothing. */
export function isBreak(value: unknown): value is string {
  return typeof value === 'string' && breaks.includes(value.toLowerCase());
}

/** What a server's finish reason means; undefined while there is none, and where the server broke off. */
export function readFinishReason(value: unknown): FinishReason | undefined {
  const reason = isBreak(value) ? undefined : asText(value);
  switch (reason?.toLowerCase()) {
    case undefined:
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
