import { isBlob } from '../../store/attachment-guard';
import { isRecord } from '../../store/guard';
import type { ImportedMedia } from './read-chats';
import { isAsSaid } from './usable-attachment';

type Fields = Readonly<Record<string, unknown>>;

interface AnswerContext {
  readonly createdAt: number;
  readonly media: ReadonlyMap<string, ImportedMedia>;
}

/** What has to happen for an answer to be as a file says; nothing of it is checked yet but its sound. */
export function answerEvents(answer: Fields, { createdAt, media }: AnswerContext): readonly Fields[] {
  const { id: messageId, model, text, reasoning, status, failure } = answer;
  const alternatives: readonly unknown[] = Array.isArray(answer['alternatives']) ? answer['alternatives'] : [];
  const adjustments: readonly unknown[] = Array.isArray(answer['adjustments']) ? answer['adjustments'] : [];
  return [
    { type: 'answerStarted', messageId, model, createdAt },
    ...ifAny(reasoning, { type: 'reasoningAppended', messageId, text: reasoning }),
    ...ifAny(text, { type: 'textAppended', messageId, text }),
    ...alternatives.flatMap((other, index) => alternativeEvents(other, messageId, index + 1)),
    ...told(answer, messageId),
    ...spokenEvents(answer['spoken'], messageId, media),
    ...adjustments.map((adjustment) => ({ type: 'requestAdjusted', messageId, adjustment })),
    // One that was being made when it was exported was interrupted by that.
    ...(status === 'streaming'
      ? []
      : [{ type: 'answerEnded', messageId, status, ...(failure !== undefined && { failure }) }]),
  ];
}

/** The rest of an answer, each part as the event of its own that it is. */
function told(answer: Fields, messageId: unknown): readonly Fields[] {
  const { refusal, logprobs, citations, toolCalls, output, reduced, usage } = answer;
  return [
    ...ifTold(refusal, { type: 'refusalAppended', messageId, text: refusal }),
    ...ifTold(logprobs, { type: 'logprobsAppended', messageId, tokens: logprobs }),
    ...ifTold(citations, { type: 'citationsAdded', messageId, citations }),
    ...ifTold(toolCalls, { type: 'toolCallsRequested', messageId, calls: toolCalls }),
    ...ifTold(output, { type: 'outputChecked', messageId, output }),
    ...ifTold(reduced, { type: 'attachmentsReduced', messageId, reduced }),
    ...ifTold(usage, { type: 'usageReported', messageId, usage }),
  ];
}

function alternativeEvents(other: unknown, messageId: unknown, alternative: number): readonly Fields[] {
  const { text, reasoning } = isRecord(other) ? other : {};
  return [
    { type: 'textAppended', messageId, text, alternative },
    ...ifAny(reasoning, { type: 'reasoningAppended', messageId, text: reasoning, alternative }),
  ];
}

/** The words of a sound that is gone stay. */
function spokenEvents(
  spoken: unknown,
  messageId: unknown,
  media: ReadonlyMap<string, ImportedMedia>,
): readonly Fields[] {
  const sound = isRecord(spoken) ? spoken['sound'] : undefined;
  return isBlob(sound) && isAsSaid(sound, media) ? [{ type: 'answerSpoken', messageId, spoken }] : [];
}

function ifAny(text: unknown, event: Fields): readonly Fields[] {
  return text === '' ? [] : ifTold(text, event);
}

function ifTold(value: unknown, event: Fields): readonly Fields[] {
  return value === undefined ? [] : [event];
}
