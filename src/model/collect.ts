import type { TokenUsage } from '../shared/usage';
import type { FinishReason, ModelDelta, ModelResult, ToolCall } from './deltas';
import { ModelError } from './model-error';

type ToolCallDelta = Extract<ModelDelta, { type: 'toolCall' }>;

/**
 * Folds a stream into a whole answer. Throws what the stream throws, and `incompleteAnswer` when it ends without a
 * finish reason: half an answer never passes as a whole one.
 */
export async function collectResult(deltas: AsyncIterable<ModelDelta>): Promise<ModelResult> {
  let text = '';
  let reasoning = '';
  let usage: TokenUsage | undefined;
  let finishReason: FinishReason | undefined;
  const toolCalls = new Map<number, ToolCall>();
  for await (const delta of deltas) {
    switch (delta.type) {
      case 'text':
        text += delta.text;
        break;
      case 'reasoning':
        reasoning += delta.text;
        break;
      case 'toolCall':
        toolCalls.set(delta.index, joined(toolCalls.get(delta.index), delta));
        break;
      case 'usage':
        usage = delta.usage;
        break;
      case 'finish':
        finishReason = delta.reason;
        break;
      case 'retry':
        break;
    }
  }
  if (finishReason === undefined) {
    throw new ModelError('incompleteAnswer', 'The answer ended before it was complete.');
  }
  return {
    text,
    reasoning,
    toolCalls: [...toolCalls.entries()]
      .sort(([first], [second]) => first - second)
      .map(([, call]) => call)
      .filter(isWhole),
    finishReason,
    ...(usage && { usage }),
  };
}

function joined(call: ToolCall | undefined, delta: ToolCallDelta): ToolCall {
  return {
    id: call?.id || (delta.id ?? ''),
    name: call?.name || (delta.name ?? ''),
    argumentsText: (call?.argumentsText ?? '') + (delta.argumentsText ?? ''),
  };
}

/** An answer that hit its length limit may end inside a call: arguments that do not parse were cut. */
function isWhole(call: ToolCall): boolean {
  if (call.name === '') {
    return false;
  }
  if (call.argumentsText.trim() === '') {
    return true;
  }
  try {
    JSON.parse(call.argumentsText);
    return true;
  } catch {
    return false;
  }
}
