import { MAX_IMAGE_BYTES } from '../../shared/limits';
import { chatFormats, type ChatFormat } from '../../shared/chat-format';
import type { ParameterLayer } from '../../shared/parameters';
import { isRecord, optional } from '../../store/guard';
import { isPictureEdit } from '../../store/picture-edit-guard';
import type { AttachmentOptions } from '../../shared/attachment/options';
import { offers, type Offer } from '../../shared/attachment/tray-item';
import { remedyKinds, trayLimits, type RemedyKind, type TrayLimit } from '../../shared/attachment/tray-warning';
import { completionTriggers, type CompletionTrigger } from '../../shared/completion';
import { isDecodingOutcome } from './is-decoding-outcome';
import type { Example, PanelMessage, ReceivedFile } from '../../shared/protocol';
import { failureActions, type FailureAction } from '../../shared/failure';

type Guard<T> = (value: unknown) => value is T;

/** For each message its fields, so that a field added to the protocol does not compile before it is checked here. */
type Schema = {
  readonly [T in PanelMessage['type']]: {
    readonly [K in Exclude<keyof Extract<PanelMessage, { type: T }>, 'type'>]: Guard<
      Extract<PanelMessage, { type: T }>[K]
    >;
  };
};

const maxTextLength = 4_000_000;
const maxShortLength = 20_000;
const maxListLength = 1_000;
const maxFiles = 100;

const examples: Readonly<Record<Example, true>> = { demoImage: true, screenshot: true, addEndpoint: true };

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= maxTextLength;
const isId = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,100}$/.test(value);
const isParentId = (value: unknown): value is string => value === '' || isId(value);
const isSha256 = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= maxListLength && value.every(isText);
const isFiles = (value: unknown): value is readonly ReceivedFile[] =>
  Array.isArray(value) && value.length <= maxFiles && value.every(isFile);
const isIndex = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
/** The values are checked before they are kept. */
const isParameters = (value: unknown): value is ParameterLayer => isRecord(value);
const isFailureAction = (value: unknown): value is FailureAction =>
  typeof value === 'string' && Object.hasOwn(failureActions, value);
const isOptionalIndex = (value: unknown): value is number | undefined => value === undefined || isIndex(value);
const isIndexes = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.length <= maxListLength && value.every(isIndex);
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isOptionalBoolean = optional(isBoolean);
/** They are checked once it is known of what kind the attachment is. */
const isOptions = (value: unknown): value is AttachmentOptions => isRecord(value);
const isOffer = (value: unknown): value is Offer => offers.some((offer) => offer === value);
const isFileChoice = (value: unknown): value is 'attached' | 'current' => value === 'attached' || value === 'current';
const isBytes = (value: unknown): value is Uint8Array =>
  value instanceof Uint8Array && value.byteLength <= MAX_IMAGE_BYTES;
const isUrlUse = (value: unknown): value is 'fetch' | 'passOn' => value === 'fetch' || value === 'passOn';
const isSettlement = (value: unknown): value is 'edit' | 'remove' | 'putBack' | 'send' =>
  value === 'edit' || value === 'remove' || value === 'putBack' || value === 'send';
const isTrigger = (value: unknown): value is CompletionTrigger =>
  completionTriggers.some((trigger) => trigger === value);
const isTrayLimit = (value: unknown): value is TrayLimit => trayLimits.some((limit) => limit === value);
const isRemedy = (value: unknown): value is RemedyKind => remedyKinds.some((kind) => kind === value);
/** What is typed or pasted and looked up while the person waits. */
const isShortText = (value: unknown): value is string => typeof value === 'string' && value.length <= maxShortLength;
const isOptionalEdit = optional(isPictureEdit);
const isChatFormat = (value: unknown): value is ChatFormat => chatFormats.some((format) => format === value);
const isExample = (value: unknown): value is Example => typeof value === 'string' && Object.hasOwn(examples, value);

const schema: Schema = {
  ready: {},
  draftChanged: { conversationId: isId, text: isText },
  completionsRequested: { trigger: isTrigger, query: isShortText },
  completionsEnded: {},
  completionChosen: { id: isId },
  pathsPasted: { text: isShortText },
  pastedPathsAttached: { text: isShortText },
  remedyTaken: { limit: isTrayLimit, remedy: isRemedy },
  sendRequested: { conversationId: isId, text: isText },
  waitingQuestionSettled: { conversationId: isId, how: isSettlement },
  stopRequested: { conversationId: isId },
  retryRequested: { messageId: isId },
  continueRequested: { messageId: isId },
  editRequested: { messageId: isId, text: isText },
  turnDeleted: { messageId: isId },
  otherModelRequested: { messageId: isId },
  branchChosen: { conversationId: isId, parentId: isParentId, branch: isIndex },
  failureActionRequested: { messageId: isId, action: isFailureAction },
  newChatRequested: {},
  chatOpened: { id: isId },
  chatDeleted: { id: isId },
  chatRestored: { id: isId },
  chatRenamed: { id: isId, title: isText },
  chatPinned: { id: isId, pinned: isBoolean },
  chatArchived: { id: isId, archived: isBoolean },
  chatExported: { id: isId, format: isChatFormat },
  chatCopied: { id: isId },
  chatImportRequested: {},
  titlesRequested: { id: isId, byModel: isBoolean },
  chatsSearched: { query: isText },
  chatListClosed: {},
  attachRequested: {},
  attachMenuRequested: {},
  urisDropped: { uris: isTexts },
  filesReceived: { files: isFiles },
  clipboardImageMissing: {},
  attachmentRemoved: { id: isId },
  trayEmptied: {},
  trayRefilled: {},
  attachmentsReordered: { ids: isTexts },
  attachmentOpened: { id: isId },
  attachmentInspected: { id: isId, part: isOptionalIndex },
  attachmentPageOpened: { id: isId, page: isIndex },
  attachmentOptionsChanged: { id: isId, options: isOptions },
  offerTaken: { id: isId, offer: isOffer },
  passwordGiven: { id: isId, password: isText },
  changedFileChosen: { id: isId, use: isFileChoice },
  earlierAttachmentRemoved: { id: isId },
  secretsAccepted: { id: isId },
  secretsRedacted: { id: isId },
  attachmentRetried: { id: isId },
  urlAttached: { url: isText, how: isUrlUse },
  pagesRequested: { id: isId, pages: isIndexes },
  mediaRequested: { sha256: isSha256 },
  decodingFinished: { requestId: isId, outcome: isDecodingOutcome },
  attachmentKept: { messageId: isId, attachmentId: isId, kept: isBoolean },
  blobRequested: { sha256: isSha256 },
  pictureRequested: { id: isId, part: isOptionalIndex },
  pictureSaved: { name: isText, bytes: isBytes },
  comparisonRequested: { first: isId, second: isId },
  basePictureRequested: { id: isId },
  pictureEditChanged: { id: isId, edit: isOptionalEdit },
  pictureEditSaved: { id: isId, edit: isPictureEdit, bytes: isBytes },
  pictureRestored: { id: isId },
  modelPickerRequested: {},
  parametersChanged: { conversationId: isId, parameters: isParameters },
  systemPromptChanged: { conversationId: isId, systemPrompt: isText },
  alternativeChosen: { messageId: isId, alternative: isIndex },
  spokenAnswerSaved: { messageId: isId },
  probeRequested: {},
  learnedForgotten: {},
  instructionsOpened: {},
  endpointSettingsOpened: {},
  lastRequestOpened: {},
  usageOpened: {},
  textCopied: { text: isText },
  codeInserted: { text: isText },
  codeOpened: { text: isText, language: isText },
  linkOpened: { url: isText },
  fileOpened: { path: isShortText, line: isOptionalIndex },
  exampleStarted: { example: isExample },
};

/**
 * Whether something that a webview posted is a message of the protocol. What runs in the webview is not trusted: it
 * shows text that a model wrote.
 */
export function isPanelMessage(value: unknown): value is PanelMessage {
  if (!isRecord(value) || typeof value['type'] !== 'string' || !Object.hasOwn(schema, value['type'])) {
    return false;
  }
  const fields: Readonly<Record<string, Guard<unknown>>> = schema[value['type'] as PanelMessage['type']];
  return Object.entries(fields).every(([name, isValid]) => isValid(value[name]));
}

function isFile(value: unknown): value is ReceivedFile {
  return (
    isRecord(value) &&
    isText(value['name']) &&
    isOptionalBoolean(value['isNameGiven']) &&
    value['bytes'] instanceof Uint8Array
  );
}
