import type { Attachment, ImageAttachment, TextAttachment } from '../shared/attachment';
import type { BlobReference, ImageReference } from '../shared/blob';
import type { ModelLabel, UserMessage } from '../shared/conversation';
import type { ConversationEvent } from '../shared/conversation-events';
import { failureActions, type Failure, type FailureKind } from '../shared/failure';
import type { TokenUsage } from '../shared/usage';
import { arrayOf, isBoolean, isNumber, isString, literal, optional, shape, tagged, type Guard } from './guard';

type EventOf<T extends ConversationEvent['type']> = Extract<ConversationEvent, { type: T }>;

const blobFields = { sha256: isString, mediaType: isString, byteLength: isNumber };
const isBlob = shape<BlobReference>(blobFields);
const isImage = shape<ImageReference>({ ...blobFields, width: isNumber, height: isNumber });

const attachmentFields = { id: isString, name: isString, origin: optional(isString) };
const isAttachment = tagged<Attachment>('kind', {
  image: shape<ImageAttachment>({
    ...attachmentFields,
    kind: literal('image'),
    source: isImage,
    prepared: isImage,
    thumbnail: isImage,
  }),
  text: shape<TextAttachment>({
    ...attachmentFields,
    kind: literal('text'),
    source: isBlob,
    languageId: isString,
    lines: optional(shape<{ readonly first: number; readonly last: number }>({ first: isNumber, last: isNumber })),
  }),
});

const isUserMessage = shape<UserMessage>({
  role: literal('user'),
  id: isString,
  createdAt: isNumber,
  text: isString,
  attachments: arrayOf(isAttachment),
  imagesLeftOut: optional(isBoolean),
});

const isModel = shape<ModelLabel>({ endpoint: isString, model: isString });

const isUsage = shape<TokenUsage>({
  inputTokens: isNumber,
  outputTokens: isNumber,
  cachedInputTokens: optional(isNumber),
  reasoningTokens: optional(isNumber),
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
  unknown: true,
};

const isFailure = shape<Failure>({
  kind: keyOf(failureKinds),
  message: isString,
  detail: optional(isString),
  actions: arrayOf(keyOf(failureActions)),
});

const guards: { readonly [T in ConversationEvent['type']]: Guard<EventOf<T>> } = {
  conversationCreated: shape<EventOf<'conversationCreated'>>({
    type: literal('conversationCreated'),
    id: isString,
    title: isString,
    createdAt: isNumber,
  }),
  titleChanged: shape<EventOf<'titleChanged'>>({ type: literal('titleChanged'), title: isString }),
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
  textAppended: shape<EventOf<'textAppended'>>({ type: literal('textAppended'), messageId: isString, text: isString }),
  reasoningAppended: shape<EventOf<'reasoningAppended'>>({
    type: literal('reasoningAppended'),
    messageId: isString,
    text: isString,
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
