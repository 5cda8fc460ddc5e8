import type { FinishReason } from '../model/deltas';
import { ModelError } from '../model/model-error';
import type { AnswerStatus } from '../shared/conversation';
import type { Failure } from '../shared/failure';
import { describeFailure, describeLengthLimit } from './failure-text';
import type { FailureContext } from './failure-wording/failure-context';

/** How an answer ended: the variable part of the event `answerEnded`. */
export interface AnswerEnding {
  readonly status: Exclude<AnswerStatus, 'streaming'>;
  readonly failure?: Failure;
}

/**
 * The stream came to its end. A server that gives no reason for it has cut the answer. `hasAnswer`: something came that
 * can be one, if only a refusal, a tool call or sound.
 */
export function finishedEnding(
  reason: FinishReason | undefined,
  context: FailureContext & { readonly hasAnswer: boolean },
): AnswerEnding {
  if (reason === 'contentFilter') {
    return failedEnding(new ModelError('contentFiltered', 'The answer was filtered.'), context);
  }
  if (reason === 'length') {
    return { status: context.hasPartialAnswer ? 'interrupted' : 'failed', failure: describeLengthLimit(context) };
  }
  if (reason === undefined || !context.hasAnswer) {
    return failedEnding(new ModelError('incompleteAnswer', 'The answer has no end or no text.'), context);
  }
  return { status: 'complete' };
}

/** The request or its stream failed. What broke off after it had begun is interrupted: there is something to go on from. */
export function failedEnding(error: unknown, context: FailureContext): AnswerEnding {
  const failure = describeFailure(error, context);
  const brokeOff = ['incompleteAnswer', 'connectionLost', 'contentFiltered'].includes(failure.kind);
  return { status: brokeOff && context.hasPartialAnswer ? 'interrupted' : 'failed', failure };
}
