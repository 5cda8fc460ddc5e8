import type { HostMessage } from '../src/shared/protocol';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isList: Check = (value) => Array.isArray(value);
const isObject: Check = (value) => typeof value === 'object' && value !== null;

/** The fields of each message that the panel would fail on; their content is the host's own. */
const shapes: { readonly [Type in HostMessage['type']]: Readonly<Record<string, Check>> } = {
  snapshot: { state: isPanelState },
  conversationEvent: { conversationId: isText, event: (event) => isObject(event) && isText(field(event, 'type')) },
  trayChanged: { tray: isList },
  trayWarningsChanged: { warnings: isList },
  heldBackChanged: { heldBack: isList },
  draftTextReplaced: { text: isText },
  waitingQuestionChanged: {},
  modelChanged: { model: isObject },
  requestChanged: { request: isRequestView },
  chatsChanged: { chats: isList },
  chatsFound: { query: isText, found: isList },
  titlesProposed: { id: isText, titles: isList },
  chatListShown: {},
  completionsFound: { trigger: isText, query: isText, items: isList },
  nothingAttached: {},
  pastedPathsFound: { text: isText, names: isList },
  blobLoaded: { sha256: isText, mediaType: isText, bytes: (bytes) => bytes instanceof Uint8Array },
  pagesShown: { id: isText, pages: isList },
  mediaLoaded: {
    sha256: isText,
    mediaType: isText,
    offset: (offset) => typeof offset === 'number',
    bytes: (bytes) => bytes instanceof Uint8Array,
    isLast: (isLast) => typeof isLast === 'boolean',
  },
  mediaMissing: { sha256: isText, reason: isText },
  decodingRequested: { requestId: isText, task: isObject },
  decodingCancelled: { requestId: isText },
  pictureFound: { id: isText, picture: isObject },
  pictureMissing: { id: isText, reason: isText },
  comparisonMade: { first: isText, second: isText, comparison: isObject },
  comparisonFailed: { first: isText, second: isText, reason: isText },
  basePictureFound: { id: isText, picture: isObject },
  basePictureMissing: { id: isText, reason: isText },
  pictureEditSettled: { id: isText },
  pictureEditorOpened: { id: isText },
  noticeShown: { text: isText },
  tokenColorsChanged: { colors: (colors) => colors === undefined || isObject(colors) },
  composerFocused: {},
  clipboardImageRequested: {},
};

/** Other scripts may post to this window too (VS Code's own does): only messages of the agreed shape count. */
export function isHostMessage(data: unknown): data is HostMessage {
  const type = field(data, 'type');
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) {
    return false;
  }
  const shape: Readonly<Record<string, Check>> = shapes[type as HostMessage['type']];
  return Object.entries(shape).every(([name, check]) => check(field(data, name)));
}

function isPanelState(state: unknown): boolean {
  const conversation = field(state, 'conversation');
  const draft = field(state, 'draft');
  return (
    isText(field(conversation, 'id')) &&
    isList(field(conversation, 'messages')) &&
    isText(field(draft, 'text')) &&
    isList(field(draft, 'tray')) &&
    isObject(field(state, 'model')) &&
    isRequestView(field(state, 'request')) &&
    (field(state, 'chats') === undefined || isList(field(state, 'chats')))
  );
}

function isRequestView(request: unknown): boolean {
  const known = field(request, 'known');
  return (
    isList(field(request, 'parameters')) &&
    isList(field(request, 'adjustments')) &&
    isObject(field(known, 'capabilities')) &&
    isObject(field(known, 'sources'))
  );
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
