import type { PanelState } from '../../../src/shared/protocol';
import { answerScenes } from './answer-scenes';
import { attachmentScenes } from './attachment-scenes';
import { branchScenes } from './branch-scenes';
import { writingScenes } from './writing-scenes';
import { compareScenes } from './compare-scenes';
import { diagramScenes } from './diagram-scenes';
import { lightboxScenes } from './lightbox-scenes';
import { pictureEditorScenes } from './picture-editor-scenes';
import { secretScenes } from './secret-scenes';
import { composerScenes } from './composer-scenes';
import { chatScenes } from './chat-scenes';
import { markdownScenes } from './markdown-scenes';
import type { PanelPage } from './panel-page';
import { sampleAnswer } from './sample-answer';
import { sampleRequest } from './sample-request';
import {
  answer,
  conversation,
  offlineModel,
  panelState,
  picture,
  question,
  ready,
  remoteModel,
  sampleChats,
} from './sample-state';

/** A state that the panel can be in, as it is looked at and checked. */
export interface Scene {
  readonly state: () => PanelState;
  readonly prepare?: (panel: PanelPage) => Promise<unknown>;
}

const chart = picture('p1', 'error-rates.png');
const asked = question('q1', 'What stands out in this chart, and how do we guard against it?', [chart]);
const usage = { inputTokens: 1204, outputTokens: 356, cachedInputTokens: 1024, reasoningTokens: 128 };

export const answered: Scene = {
  state: () =>
    panelState({
      conversation: conversation([
        asked,
        answer('a1', { text: sampleAnswer, reasoning: 'The axis is logarithmic.', usage }),
      ]),
    }),
};

const ownScenes: Readonly<Record<string, Scene>> = {
  empty: { state: () => panelState({ model: offlineModel }) },
  tray: {
    state: () =>
      panelState({
        draft: {
          text: 'Which of these two is easier to read, and why?\nAnswer in two sentences.',
          tray: [
            ready(chart),
            ready(picture('q2', 'Screenshot 2026-03-14 at 09.41.22 with a very long file name.png')),
            ready({
              kind: 'text',
              id: 't1',
              name: 'chart.ts',
              languageId: 'typescript',
              source: { sha256: '0'.repeat(64), mediaType: 'text/plain', byteLength: 2310 },
              lines: { first: 12, last: 48 },
              parts: [{ type: 'text', blob: { sha256: '0'.repeat(64), mediaType: 'text/plain', byteLength: 2310 } }],
              reasons: [],
            }),
            { status: 'preparing', id: 'i3', name: 'scan.webp' },
            {
              status: 'failed',
              id: 'i4',
              name: 'broken.png',
              reason: 'This is not a picture: its first bytes are HTML.',
            },
          ],
        },
      }),
  },
  waiting: {
    state: () => panelState({ conversation: conversation([asked, answer('a1', { status: 'streaming' })]) }),
  },
  streaming: {
    state: () =>
      panelState({
        conversation: conversation([
          asked,
          answer('a1', {
            status: 'streaming',
            reasoning: 'The axis is logarithmic.',
            text: sampleAnswer.slice(0, 205),
          }),
        ]),
      }),
  },
  answered,
  find: {
    state: answered.state,
    prepare: async (panel) => {
      await panel.page.keyboard.press('Control+f');
      await panel.page.getByRole('textbox', { name: panel.say('Find in chat') }).fill('error');
      await panel.page.locator('.find-count', { hasText: /^1 / }).waitFor();
    },
  },
  error: {
    state: () =>
      panelState({
        conversation: conversation([
          asked,
          answer('a1', {
            status: 'failed',
            failure: {
              kind: 'unauthorized',
              message:
                'OpenAI did not accept the API key. Your question and the picture are kept. Set the key and try again.',
              detail: '401 Incorrect API key provided: sk-…. You can find your API key at https://platform.openai.com.',
              actions: ['setApiKey', 'retry', 'openLog'],
            },
          }),
        ]),
      }),
    prepare: (panel) => panel.page.getByText(panel.say('Details')).click(),
  },
  interrupted: {
    state: () =>
      panelState({
        conversation: conversation([
          asked,
          answer('a1', { text: sampleAnswer.slice(0, 190), status: 'interrupted', usage }),
        ]),
      }),
  },
  retry: {
    state: () =>
      panelState({
        conversation: conversation([
          asked,
          answer('a1', {
            status: 'streaming',
            retry: {
              attempt: 2,
              resumesAt: Date.now() + 7_000,
              failure: { kind: 'rateLimited', message: 'Too many requests.', actions: [] },
            },
          }),
        ]),
      }),
  },
  chats: {
    state: () =>
      panelState({ conversation: conversation([asked, answer('a1', { text: 'Done.' })]), chats: sampleChats() }),
    prepare: async (panel) => {
      await panel.button('Chats').click();
      await panel.page.keyboard.press('ArrowDown');
      await panel.page.keyboard.press('ArrowDown');
    },
  },
  deleting: {
    state: () =>
      panelState({
        conversation: conversation([asked, answer('a1', { text: 'Checkout peaks at 09:00.', usage })]),
      }),
    prepare: (panel) => panel.button('Delete question and answer').click(),
  },
  editing: {
    state: () =>
      panelState({ conversation: conversation([asked, answer('a1', { text: 'Checkout peaks at 09:00.', usage })]) }),
    prepare: (panel) => panel.button('Edit and resend').click(),
  },
  readOnly: {
    state: () =>
      panelState({
        model: { ...remoteModel, endpoint: 'Ollama', label: 'qwen3-vl:8b', local: true },
        conversation: conversation([
          question('q0', 'שלום, מה כתוב בתמונה הזאת?', [
            chart,
            picture('z9', 'second.png'),
            picture('k4', 'third.png'),
          ]),
          answer('a0', {
            text: 'בתמונה מופיע **גרף** של שיעורי שגיאה.\n\nSupercalifragilisticexpialidocious'.padEnd(400, 'x'),
          }),
          question('q1', 'Thanks 🙏'),
          answer('a1', { text: 'With pleasure.', status: 'stopped' }),
        ]),
        readOnlyReason: 'This chat is open in another window. It can be read here, and continued there.',
      }),
    prepare: (panel) =>
      panel.send({ type: 'noticeShown', text: 'Two of the oldest pictures were left out to fit the request.' }),
  },
};

const withSettings = (): PanelState =>
  panelState({
    conversation: {
      ...conversation([asked, answer('a1', { text: sampleAnswer, usage })]),
      parameters: { temperature: 0.4 },
      systemPrompt: 'You are terse. Answer in English, whatever the question is written in.',
    },
    request: sampleRequest,
  });

const settingsScenes: Readonly<Record<string, Scene>> = {
  settings: {
    state: withSettings,
    prepare: openSettings,
  },
  settingsUnknown: {
    state: () =>
      panelState({
        request: {
          parameters: [],
          known: { capabilities: {}, sources: {} },
          adjustments: [],
          instructions: {
            path: '.iris/instructions.md',
            problem: 'They are not sent: this workspace is not trusted.',
          },
        },
      }),
    prepare: openSettings,
  },
  settingsParameters: {
    state: withSettings,
    prepare: async (panel) => {
      await openSettings(panel);
      await panel.page.getByRole('searchbox', { name: panel.say('Search parameters') }).scrollIntoViewIfNeeded();
      await panel.page
        .getByRole('heading', { name: panel.say('Parameters') })
        .evaluate((heading) => heading.scrollIntoView());
    },
  },
  settingsInForce: {
    state: withSettings,
    prepare: async (panel) => {
      await openSettings(panel);
      await panel.button('In force ({0})', 5).click();
      await panel.page
        .getByRole('heading', { name: panel.say('Parameters') })
        .evaluate((heading) => heading.scrollIntoView());
    },
  },
  settingsWrong: {
    state: withSettings,
    prepare: async (panel) => {
      await openSettings(panel);
      await panel.page.getByRole('searchbox', { name: panel.say('Search parameters') }).fill('temperature');
      await panel.page.getByRole('spinbutton', { name: 'temperature' }).fill('3');
      await panel.page.getByRole('searchbox', { name: panel.say('Search parameters') }).fill('t');
      await panel.button('Set {0}', 'response_format').click();
      await panel.page.getByRole('textbox', { name: 'response_format' }).fill('{"type": ');
      await panel.page.getByRole('textbox', { name: 'response_format' }).scrollIntoViewIfNeeded();
    },
  },
};

async function openSettings(panel: PanelPage): Promise<void> {
  await panel.page.getByRole('button', { name: new RegExp(`^${panel.say('Request settings')}`) }).click();
}

export const scenes: Readonly<Record<string, Scene>> = {
  ...ownScenes,
  ...attachmentScenes,
  ...chatScenes,
  ...secretScenes,
  ...answerScenes,
  ...markdownScenes,
  ...branchScenes,
  ...writingScenes,
  ...settingsScenes,
  ...composerScenes,
  ...lightboxScenes,
  ...compareScenes,
  ...pictureEditorScenes,
  ...diagramScenes,
};
