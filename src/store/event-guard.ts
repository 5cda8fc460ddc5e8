import type { Adjustment } from '../shared/adjustment';
import type { Citation, OutputCheck, RequestedToolCall, SpokenAnswer, TokenProbability } from '../shared/answer-parts';
import type { ChatWorkspace, ModelLabel, UserMessage } from '../shared/conversation';
import type { ConversationEvent } from '../shared/conversation-events';
import { failureActions, type Failure, type FailureKind } from '../shared/failure';
import { MAX_ANSWERS } from '../shared/limits';
import type { ParameterLayer } from '../shared/parameters';
import { reducedForms, reductionCauses, type ReducedAttachment } from '../shared/reduced-attachment';
import type { Cost, TokenUsage } from '../shared/usage';
import { isAttachment, isBlob } from './attachment-guard';
import {
  arrayOf,
  isBoolean,
  isNumber,
  isRecord,
  isString,
  literal,
  optional,
  shape,
  tagged,
  type Guard,
} from './guard';

type EventOf<T extends ConversationEvent['type']> = Extract<ConversationEvent, { type: T }>;

const isUserMessage = shape<UserMessage>({
  role: literal('user'),
  id: isString,
  createdAt: isNumber,
  text: isString,
  attachments: arrayOf(isAttachment),
  imagesLeftOut: optional(isBoolean),
  kept: optional(arrayOf(isString)),
});

const isModel = shape<ModelLabel>({ endpoint: isString, model: isString, isLocal: optional(isBoolean) });

const isUsage = shape<TokenUsage>({
  inputTokens: isNumber,
  outputTokens: isNumber,
  cachedInputTokens: optional(isNumber),
  reasoningTokens: optional(isNumber),
  audioInputTokens: optional(isNumber),
  audioOutputTokens: optional(isNumber),
  isEstimated: optional(isBoolean),
  cost: optional(shape<Cost>({ dollars: isNumber, source: literal('server', 'price') })),
});

const failureKinds: Readonly<Record<FailureKind, true>> = {
  noModel: true,
  keyMissing: true,
  unauthorized: true,
  forbidden: true,
  modelNotFound: true,
  tooLarge: true,
  contextExceeded: true,
  rateLimited: true,
  serverError: true,
  connectionRefused: true,
  hostNotFound: true,
  certificate: true,
  redirected: true,
  timeout: true,
  connectionLost: true,
  incompleteAnswer: true,
  notAStream: true,
  imagesUnsupported: true,
  contentFiltered: true,
  badRequest: true,
  mediaUnreadable: true,
  storage: true,
  invalidParameter: true,
  invalidInput: true,
  unsupported: true,
  budgetReached: true,
  unknown: true,
};

const isFailure = shape<Failure>({
  kind: keyOf(failureKinds),
  message: isString,
  detail: optional(isString),
  actions: arrayOf(keyOf(failureActions)),
  retryAt: optional(isNumber),
});

/** Of one of several answers; a damaged one must not make a list without end. */
const isPlace = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < MAX_ANSWERS;

const isIndex = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Values are checked again before they are sent. */
const isParameterLayer = (value: unknown): value is ParameterLayer => isRecord(value);

const isTokenProbability = shape<TokenProbability>({
  token: isString,
  logprob: isNumber,
  alternatives: arrayOf(shape<TokenProbability['alternatives'][number]>({ token: isString, logprob: isNumber })),
});

const isCitation = shape<Citation>({
  url: isString,
  title: optional(isString),
  start: optional(isNumber),
  end: optional(isNumber),
});

const isToolCall = shape<RequestedToolCall>({ id: isString, name: isString, argumentsText: isString });
const isSpokenAnswer = shape<SpokenAnswer>({ sound: isBlob, transcript: isString });
const isOutputCheck = shape<OutputCheck>({
  format: literal('json_object', 'json_schema'),
  problems: arrayOf(isString),
});

const isAdjustment = tagged<Adjustment>('type', {
  omitted: shape<Extract<Adjustment, { type: 'omitted' }>>({
    type: literal('omitted'),
    parameter: isString,
    value: optional(isString),
  }),
  renamed: shape<Extract<Adjustment, { type: 'renamed' }>>({
    type: literal('renamed'),
    parameter: isString,
    to: isString,
  }),
});

const isReduced = shape<ReducedAttachment>({
  messageId: isString,
  attachmentId: isString,
  form: literal(...reducedForms),
  cause: literal(...reductionCauses),
});

const guards: { readonly [T in ConversationEvent['type']]: Guard<EventOf<T>> } = {
  conversationCreated: shape<EventOf<'conversationCreated'>>({
    type: literal('conversationCreated'),
    id: isString,
    title: isString,
    createdAt: isNumber,
    workspace: optional(shape<ChatWorkspace>({ id: isString, name: isString })),
  }),
  titleChanged: shape<EventOf<'titleChanged'>>({ type: literal('titleChanged'), title: isString }),
  conversationPinned: shape<EventOf<'conversationPinned'>>({ type: literal('conversationPinned'), pinned: isBoolean }),
  conversationArchived: shape<EventOf<'conversationArchived'>>({
    type: literal('conversationArchived'),
    archived: isBoolean,
  }),
  userMessageAdded: shape<EventOf<'userMessageAdded'>>({ type: literal('userMessageAdded'), message: isUserMessage }),
  answerStarted: shape<EventOf<'answerStarted'>>({
    type: literal('answerStarted'),
    messageId: isString,
    model: isModel,
    createdAt: isNumber,
  }),
  answerResumed: shape<EventOf<'answerResumed'>>({
    type: literal('answerResumed'),
    messageId: isString,
    model: isModel,
  }),
  textAppended: shape<EventOf<'textAppended'>>({
    type: literal('textAppended'),
    messageId: isString,
    text: isString,
    alternative: optional(isPlace),
  }),
  reasoningAppended: shape<EventOf<'reasoningAppended'>>({
    type: literal('reasoningAppended'),
    messageId: isString,
    text: isString,
    alternative: optional(isPlace),
  }),
  textBecameReasoning: shape<EventOf<'textBecameReasoning'>>({
    type: literal('textBecameReasoning'),
    messageId: isString,
    alternative: optional(isPlace),
  }),
  refusalAppended: shape<EventOf<'refusalAppended'>>({
    type: literal('refusalAppended'),
    messageId: isString,
    text: isString,
  }),
  logprobsAppended: shape<EventOf<'logprobsAppended'>>({
    type: literal('logprobsAppended'),
    messageId: isString,
    tokens: arrayOf(isTokenProbability),
  }),
  citationsAdded: shape<EventOf<'citationsAdded'>>({
    type: literal('citationsAdded'),
    messageId: isString,
    citations: arrayOf(isCitation),
  }),
  toolCallsRequested: shape<EventOf<'toolCallsRequested'>>({
    type: literal('toolCallsRequested'),
    messageId: isString,
    calls: arrayOf(isToolCall),
  }),
  answerSpoken: shape<EventOf<'answerSpoken'>>({
    type: literal('answerSpoken'),
    messageId: isString,
    spoken: isSpokenAnswer,
  }),
  outputChecked: shape<EventOf<'outputChecked'>>({
    type: literal('outputChecked'),
    messageId: isString,
    output: isOutputCheck,
  }),
  requestAdjusted: shape<EventOf<'requestAdjusted'>>({
    type: literal('requestAdjusted'),
    messageId: isString,
    adjustment: isAdjustment,
  }),
  attachmentsReduced: shape<EventOf<'attachmentsReduced'>>({
    type: literal('attachmentsReduced'),
    messageId: isString,
    reduced: arrayOf(isReduced),
  }),
  attachmentsReplaced: shape<EventOf<'attachmentsReplaced'>>({
    type: literal('attachmentsReplaced'),
    messageId: isString,
    attachments: arrayOf(isAttachment),
  }),
  attachmentKept: shape<EventOf<'attachmentKept'>>({
    type: literal('attachmentKept'),
    messageId: isString,
    attachmentId: isString,
    kept: isBoolean,
  }),
  alternativeChosen: shape<EventOf<'alternativeChosen'>>({
    type: literal('alternativeChosen'),
    messageId: isString,
    alternative: isPlace,
  }),
  parametersChanged: shape<EventOf<'parametersChanged'>>({
    type: literal('parametersChanged'),
    parameters: isParameterLayer,
  }),
  systemPromptChanged: shape<EventOf<'systemPromptChanged'>>({
    type: literal('systemPromptChanged'),
    systemPrompt: isString,
  }),
  usageReported: shape<EventOf<'usageReported'>>({
    type: literal('usageReported'),
    messageId: isString,
    usage: isUsage,
  }),
  retryScheduled: (_value): _value is EventOf<'retryScheduled'> => false,
  answerEnded: shape<EventOf<'answerEnded'>>({
    type: literal('answerEnded'),
    messageId: isString,
    status: literal('complete', 'stopped', 'interrupted', 'failed'),
    failure: optional(isFailure),
  }),
  imagesLeftOut: shape<EventOf<'imagesLeftOut'>>({ type: literal('imagesLeftOut'), messageIds: arrayOf(isString) }),
  branchStarted: shape<EventOf<'branchStarted'>>({
    type: literal('branchStarted'),
    parentId: isString,
    keepsOld: isBoolean,
  }),
  branchChosen: shape<EventOf<'branchChosen'>>({
    type: literal('branchChosen'),
    parentId: isString,
    branch: isIndex,
  }),
  messagesRemoved: shape<EventOf<'messagesRemoved'>>({
    type: literal('messagesRemoved'),
    messageIds: arrayOf(isString),
  }),
};

/** Whether a line of a journal holds an event that this version understands. */
export const isStoredEvent: Guard<ConversationEvent> = tagged<ConversationEvent>('type', guards);

function keyOf<T extends string>(keys: Readonly<Record<T, true>>): Guard<T> {
  return (value): value is T => typeof value === 'string' && Object.hasOwn(keys, value);
}
