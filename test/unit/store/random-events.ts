import type { Attachment } from '../../../src/shared/attachment/attachment';
import type { BlobReference, ImageReference } from '../../../src/shared/blob';
import type { ConversationState } from '../../../src/shared/conversation';
import type { ConversationEvent } from '../../../src/shared/conversation-events';
import type { Failure } from '../../../src/shared/failure';

const texts = [
  '',
  'one',
  'two\nlines',
  '```\ncode',
  '\u2028\u2029',
  '👩‍👩‍👧 and ',
  '\ud83d',
  '\u0000',
  '"quoted\\"',
  'é\r\n',
];

/** An event that may follow in the chat, and sometimes one that names messages that are not there. */
export function randomEvent(state: ConversationState, random: () => number): ConversationEvent {
  const pick = <T>(items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)] ?? items[0];
  const ids = state.messages.map(({ id }) => id);
  const messageId = pick(['unknown', ...ids.slice(-3)]);
  const newId = `m${Math.floor(random() * 1e9)}`;
  const text = pick(['x', ...texts]);
  const failure: Failure = {
    kind: pick(['timeout', 'imagesUnsupported']),
    message: text,
    actions: pick([[], ['retry', 'openLog']]),
    ...(random() < 0.5 && { detail: 'why' }),
  };
  const label = { endpoint: text, model: 'm' };
  const events: readonly [() => ConversationEvent, ...(() => ConversationEvent)[]] = [
    () => ({ type: 'textAppended', messageId, text }),
    () => ({ type: 'textAppended', messageId, text }),
    () => ({ type: 'reasoningAppended', messageId, text }),
    () => ({ type: 'textAppended', messageId, text, alternative: pick([1, 2]) }),
    () => ({ type: 'textBecameReasoning', messageId }),
    () => ({ type: 'textBecameReasoning', messageId, alternative: pick([1, 2]) }),
    () => ({ type: 'refusalAppended', messageId, text }),
    () => ({ type: 'logprobsAppended', messageId, tokens: [{ token: text, logprob: -1.5, alternatives: [] }] }),
    () => ({
      type: 'citationsAdded',
      messageId,
      citations: [
        { url: text, title: text },
        { url: text, start: 1, end: 2 },
      ],
    }),
    () => ({ type: 'toolCallsRequested', messageId, calls: [{ id: 'c', name: 'look', argumentsText: text }] }),
    () => ({ type: 'answerSpoken', messageId, spoken: { sound, transcript: text } }),
    () => ({ type: 'outputChecked', messageId, output: { format: 'json_schema', problems: [text] } }),
    () => ({ type: 'requestAdjusted', messageId, adjustment: { type: 'omitted', parameter: text } }),
    () => ({ type: 'alternativeChosen', messageId, alternative: pick([0, 1]) }),
    () => ({
      type: 'attachmentsReduced',
      messageId,
      reduced: [{ messageId, attachmentId: 'i1', form: 'thumbnail', cause: 'context' }],
    }),
    () => ({ type: 'attachmentKept', messageId, attachmentId: 'i1', kept: random() < 0.5 }),
    () => ({ type: 'parametersChanged', parameters: { seed: 7, stop: text, temperature: null } }),
    () => ({ type: 'systemPromptChanged', systemPrompt: text }),
    () => ({ type: 'titleChanged', title: text }),
    () => ({ type: 'conversationPinned', pinned: random() < 0.5 }),
    () => ({ type: 'conversationArchived', archived: random() < 0.5 }),
    () => ({
      type: 'userMessageAdded',
      message: { role: 'user', id: newId, createdAt: 5, text, attachments: pick([[], [image], [image, selection]]) },
    }),
    () => ({ type: 'answerStarted', messageId: newId, model: label, createdAt: 6 }),
    () => ({ type: 'answerResumed', messageId, model: label }),
    () => ({ type: 'usageReported', messageId, usage: { inputTokens: 3, outputTokens: 4, reasoningTokens: 1 } }),
    () => ({ type: 'retryScheduled', messageId, retry: { attempt: 2, resumesAt: 9, failure } }),
    () => ({ type: 'answerEnded', messageId, status: pick(['complete', 'stopped', 'interrupted', 'failed']) }),
    () => ({ type: 'answerEnded', messageId, status: 'failed', failure }),
    () => ({ type: 'imagesLeftOut', messageIds: ids.slice(-2) }),
    () => ({ type: 'branchStarted', parentId: pick(['', messageId]), keepsOld: random() < 0.7 }),
    () => ({
      type: 'branchChosen',
      parentId: pick(['', ...(state.forks ?? []).map(({ parentId }) => parentId)]),
      branch: pick([0, 1, 2]),
    }),
    () => ({ type: 'messagesRemoved', messageIds: random() < 0.3 ? ids.slice(-2) : [] }),
  ];
  return pick(events)();
}

const picture: ImageReference = { sha256: 'a'.repeat(64), mediaType: 'image/png', byteLength: 9, width: 3, height: 4 };

const sound: BlobReference = { sha256: 'c'.repeat(64), mediaType: 'audio/wav', byteLength: 50 };

const image: Attachment = {
  kind: 'image',
  id: 'i1',
  name: 'cat.png',
  source: picture,
  thumbnail: picture,
  options: {},
  parts: [{ type: 'image', blob: picture, label: 'one', place: { page: 2 } }],
  reasons: ['because'],
};

const selection: Attachment = {
  kind: 'text',
  id: 't1',
  name: 'a.ts',
  origin: 'file:///a.ts',
  source: { sha256: 'b'.repeat(64), mediaType: 'text/plain', byteLength: 5 },
  languageId: 'typescript',
  lines: { first: 2, last: 3 },
  parts: [],
  reasons: [],
};
