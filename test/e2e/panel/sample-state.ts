import type { Attachment, ImageAttachment } from '../../../src/shared/attachment/attachment';
import type { PartsEstimate, TrayItem } from '../../../src/shared/attachment/tray-item';
import type { AnswerMessage, ConversationSummary, UserMessage } from '../../../src/shared/conversation';
import type { ModelView, PanelState } from '../../../src/shared/protocol';

export const remoteModel: ModelView = {
  endpoint: 'OpenAI',
  model: 'gpt-4.1-mini',
  label: 'gpt-4.1-mini',
  offline: false,
  local: false,
};

export const offlineModel: ModelView = {
  endpoint: 'Offline engine',
  model: 'offline-ocr',
  label: 'Offline engine',
  offline: true,
  local: true,
};

/** A panel in a chat without messages; `changes` replace parts of it. */
export function panelState(changes: Partial<PanelState> = {}): PanelState {
  return {
    conversation: { id: 'chat-1', title: '', createdAt: 0, messages: [] },
    draft: { text: '', tray: [] },
    model: remoteModel,
    request: { parameters: [], known: { capabilities: {}, sources: {} }, adjustments: [] },
    chats: [],
    ...changes,
  };
}

export function question(id: string, text: string, attachments: readonly Attachment[] = []): UserMessage {
  return { role: 'user', id, createdAt: 0, text, attachments };
}

export function answer(id: string, changes: Partial<AnswerMessage> = {}): AnswerMessage {
  return {
    role: 'assistant',
    id,
    createdAt: Date.now(),
    model: { endpoint: 'OpenAI', model: 'gpt-4.1-mini' },
    text: '',
    reasoning: '',
    status: 'complete',
    ...changes,
  };
}

export function picture(id: string, name: string): ImageAttachment {
  const sha256 = [...id]
    .map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('')
    .padEnd(64, '7');
  return {
    kind: 'image',
    id,
    name,
    source: { sha256: `a${sha256.slice(1)}`, mediaType: 'image/png', byteLength: 812_000, width: 2560, height: 1600 },
    parts: [
      {
        type: 'image',
        blob: { sha256: `b${sha256.slice(1)}`, mediaType: 'image/png', byteLength: 148_300, width: 1568, height: 980 },
      },
    ],
    reasons: [],
    options: {},
    thumbnail: { sha256, mediaType: 'image/png', byteLength: 9000, width: 320, height: 200 },
  };
}

const sampleEstimate: PartsEstimate = {
  bytes: 148_300,
  tokens: 1_105,
  dollars: 0.0028,
  rule: 'OpenAI tiles',
  source: 'https://platform.openai.com/docs/guides/images-vision',
};

export function ready(attachment: Attachment): Extract<TrayItem, { readonly status: 'ready' }> {
  return { status: 'ready', id: attachment.id, name: attachment.name, attachment, estimate: sampleEstimate };
}

export function conversation(messages: PanelState['conversation']['messages'], title = 'Error rates by service') {
  return { id: 'chat-1', title, createdAt: 0, messages };
}

/** Chats that changed today, yesterday, last week and long ago. */
export function sampleChats(now = Date.now()): ConversationSummary[] {
  const hour = 3_600_000;
  const ages: [string, string, number][] = [
    ['chat-1', 'Error rates by service', 0],
    ['chat-2', 'Why does this layout overflow on small screens?', 0.5],
    ['chat-3', 'HTML for the sign-in mock-up', 26],
    ['chat-4', 'Text of the scanned invoice from March with an unusually long title that does not fit', 30],
    ['chat-5', 'تحليل الرسم البياني', 24 * 5],
    ['chat-6', 'Compare two screenshots 🖼️', 24 * 90],
  ];
  return ages.map(([id, title, hours], index) => ({
    id,
    title,
    createdAt: now - hours * hour,
    updatedAt: now - hours * hour,
    messageCount: 2 + index * 2,
  }));
}
