import type { ModelDelta } from '../deltas';
import { ChunkReader } from './chunk-reader';
import { failure, toFailedRequest } from './errors';
import type { Exchange } from './exchange';
import type { AnswerSummary } from './request';

/**
 * Turns the chunks of an answer into deltas. `usage` and `finish` come last, whatever the server's order. An answer is
 * whole when it brought a finish reason or `[DONE]`; otherwise this throws `incompleteAnswer`, after its text.
 */
export async function* readAnswer(
  chunks: AsyncIterable<unknown> | Iterable<unknown>,
  exchange: Exchange,
): AsyncGenerator<ModelDelta, AnswerSummary> {
  const reader = new ChunkReader();
  let broken: unknown;
  try {
    for await (const chunk of chunks) {
      yield* reader.read(chunk);
      if (reader.finishReason !== undefined) {
        exchange.expectEnd();
      }
    }
    broken = exchange.failure;
  } catch (error) {
    broken = error;
  }
  // What breaks after the finish reason takes nothing from the answer.
  if (broken !== undefined && reader.finishReason === undefined) {
    throw toFailedRequest(broken, exchange.circumstances);
  }
  if (reader.usage) {
    yield { type: 'usage', usage: reader.usage };
  }
  if (reader.finishReason === undefined && !exchange.done) {
    throw failure('incompleteAnswer', exchange.circumstances, { repeatable: false });
  }
  const finishReason = reader.finishReason ?? 'stop';
  yield { type: 'finish', reason: finishReason };
  return { finishReason, ...(reader.usage && { usage: reader.usage }) };
}
