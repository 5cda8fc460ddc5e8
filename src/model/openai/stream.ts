import type { Citation } from '../../shared/answer-parts';
import type { ResponseFormat } from '../../shared/parameters';
import type { TokenUsage } from '../../shared/usage';
import type { FinishReason, ModelDelta } from '../deltas';
import { failure, refusedAnswer, toFailedRequest } from './errors';
import type { Exchange } from './exchange';
import { OutputChecker } from './output-checker';
import type { AnswerSummary } from './request';

/** Reads what one of OpenAI's protocols sends as an answer. */
export interface AnswerReader {
  read(chunk: unknown): readonly ModelDelta[];
  /** What was held back because more might have come. */
  end(): readonly ModelDelta[];
  /** Of the answers that have come, each by its number; undefined for one that has none yet. */
  readonly finishReasons: readonly (FinishReason | undefined)[];
  /** Whether `[DONE]`, or the end of an answer in one piece, does without a finish reason. */
  readonly endsWhenDone: boolean;
  /** What the server said went wrong; what it had sent before holds. */
  readonly failure: { readonly error: unknown } | undefined;
  readonly citations: readonly Citation[];
  readonly usage: TokenUsage | undefined;
}

export interface AnswerOptions {
  /** How many answers were asked for (`n`); 1 by default. */
  readonly answers?: number | undefined;
  /** What was asked for; where it is JSON, the answer is checked against it. */
  readonly responseFormat?: ResponseFormat | undefined;
}

/**
 * Turns the chunks of a response into deltas. Citations, `usage` and `finish` come last, whatever the server's order. A
 * response is whole when each of the answers that were asked for brought a finish reason, or where that will do
 * `[DONE]`: not every server knows `n`. Otherwise this throws `incompleteAnswer`, or what broke it, after all that came.
 */
export async function* readAnswer(
  reader: AnswerReader,
  chunks: AsyncIterable<unknown> | Iterable<unknown>,
  exchange: Exchange,
  { answers = 1, responseFormat }: AnswerOptions = {},
): AsyncGenerator<ModelDelta, AnswerSummary> {
  const checker = new OutputChecker(responseFormat);
  let broken: unknown;
  try {
    for await (const chunk of chunks) {
      for (const delta of reader.read(chunk)) {
        checker.add(delta);
        yield delta;
      }
      if (reader.failure) {
        const body = JSON.stringify({ error: reader.failure.error });
        throw refusedAnswer({ status: 200, headers: new Headers(), body }, exchange.circumstances);
      }
      if (hasFinished(reader, answers)) {
        exchange.expectEnd();
      }
    }
    broken = exchange.failure;
  } catch (error) {
    broken = error;
  }
  for (const delta of reader.end()) {
    checker.add(delta);
    yield delta;
  }
  for (const citation of reader.citations) {
    yield { type: 'citation', citation };
  }
  if (reader.usage) {
    yield { type: 'usage', usage: reader.usage };
  }
  // What breaks after the last finish reason takes nothing from the answers.
  if (!hasFinished(reader, answers)) {
    if (broken !== undefined) {
      throw toFailedRequest(broken, exchange.circumstances);
    }
    if (!exchange.done || !reader.endsWhenDone) {
      throw failure('incompleteAnswer', exchange.circumstances, { repeatable: false });
    }
  }
  const [finishReason = 'stop', ...alternatives] = reader.finishReasons.map((reason): FinishReason => reason ?? 'stop');
  const check = await checker.check(finishReason);
  if (check) {
    yield { type: 'outputChecked', check };
  }
  yield { type: 'finish', reason: finishReason, ...(alternatives.length > 0 && { alternatives }) };
  return { finishReason, ...(reader.usage && { usage: reader.usage }) };
}

function hasFinished({ finishReasons }: AnswerReader, answers: number): boolean {
  return finishReasons.length >= answers && finishReasons.every((reason) => reason !== undefined);
}
