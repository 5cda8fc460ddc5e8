import type { ModelDelta } from '../../deltas';
import type { ResolvedFormat } from '../api';
import { failure, refusedAnswer, toFailedRequest } from '../errors';
import type { Exchange } from '../exchange';
import { OutputChecker } from '../output-checker';
import type { AnswerSummary } from '../request';
import { ResponseReader } from './response-reader';

/**
 * Turns the events of a response, or the whole response, into deltas. Citations, `usage` and `finish` come last. A
 * response is whole when its server says so; otherwise this throws `incompleteAnswer`, or what broke it, after all
 * that came.
 */
export async function* readResponse(
  events: AsyncIterable<unknown> | Iterable<unknown>,
  exchange: Exchange,
  responseFormat: ResolvedFormat | undefined,
): AsyncGenerator<ModelDelta, AnswerSummary> {
  const reader = new ResponseReader();
  const checker = new OutputChecker(responseFormat);
  let broken: unknown;
  try {
    for await (const event of events) {
      for (const delta of reader.read(event)) {
        checker.add(delta);
        yield delta;
      }
      if (reader.failure !== undefined) {
        const body = JSON.stringify({ error: reader.failure });
        throw refusedAnswer({ status: 200, headers: new Headers(), body }, exchange.circumstances);
      }
      if (reader.finishReason !== undefined) {
        exchange.expectEnd();
      }
    }
    broken = exchange.failure;
  } catch (error) {
    broken = error;
  }
  for (const citation of reader.citations) {
    yield { type: 'citation', citation };
  }
  if (reader.usage) {
    yield { type: 'usage', usage: reader.usage };
  }
  const { finishReason } = reader;
  // What breaks after the end takes nothing from the answer.
  if (finishReason === undefined) {
    throw broken === undefined
      ? failure('incompleteAnswer', exchange.circumstances, { repeatable: false })
      : toFailedRequest(broken, exchange.circumstances);
  }
  const check = await checker.check(finishReason);
  if (check) {
    yield { type: 'outputChecked', check };
  }
  yield { type: 'finish', reason: finishReason };
  return { finishReason, ...(reader.usage && { usage: reader.usage }) };
}
