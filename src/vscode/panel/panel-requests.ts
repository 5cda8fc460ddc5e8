import { isDeepStrictEqual } from 'node:util';
import { t } from '@vscode/l10n';
import type { ChangeOutcome, Conversation } from '../../conversation/conversation';
import type { OpenConversations } from '../../conversation/open-conversations';
import type { BlobReference } from '../../shared/blob';
import { parameterProblems } from '../../shared/check-parameters';
import type { ParameterLayer } from '../../shared/parameters';
import type { HostMessage, PanelMessage, RequestView } from '../../shared/protocol';
import { DisposableStore, type Disposable } from '../../util/disposable';
import type { Event } from '../../util/emitter';
import type { ShownAttachments } from './shown-attachments';
import type { ShownConversation } from './shown-conversation';

/** What the page says about how questions are asked, and about parts of answers. */
export type RequestMessage = Extract<
  PanelMessage,
  {
    type:
      | 'parametersChanged'
      | 'systemPromptChanged'
      | 'alternativeChosen'
      | 'spokenAnswerSaved'
      | 'probeRequested'
      | 'learnedForgotten'
      | 'instructionsOpened'
      | 'endpointSettingsOpened'
      | 'lastRequestOpened'
      | 'usageOpened';
  }
>;

export type RequestPlace = 'instructions' | 'endpointSettings' | 'lastRequest' | 'usage';

/** What requests depend on outside of the chat. */
export interface RequestServices {
  /** With what is asked now in a chat that has these parameters. */
  readonly view: (chat: ParameterLayer) => RequestView;
  readonly onDidChange: Event<void>;
  /** Shows where something about requests is set or told. */
  readonly open: (place: RequestPlace) => Promise<void>;
  /** Saves a sound to a file that the person chooses. */
  readonly saveSound: (sound: BlobReference, title: string) => Promise<void>;
  /** Resolves to what a test of the model showed, as sentences; undefined when the person ended it. */
  readonly probe: () => Promise<string | undefined>;
  readonly forgetLearned: () => Promise<void>;
}

export interface PanelRequestsOptions {
  readonly shown: Pick<ShownConversation, 'get'>;
  readonly conversations: Pick<OpenConversations, 'open' | 'release'>;
  readonly attachments: Pick<ShownAttachments, 'sound'>;
  readonly services: RequestServices;
  readonly post: (message: HostMessage) => void;
  readonly notify: (text: string) => void;
}

/** With what the questions of one panel are asked: tells its page, and does what the page wants to be changed. */
export class PanelRequests implements Disposable {
  readonly #options: PanelRequestsOptions;
  readonly #resources = new DisposableStore();
  #told: RequestView | undefined;

  constructor(options: PanelRequestsOptions) {
    this.#options = options;
    this.#resources.add(options.services.onDidChange(() => void this.tell()));
  }

  /** For a snapshot; afterwards only what differs from it is told. */
  view(chat: ParameterLayer = {}): RequestView {
    this.#told = this.#options.services.view(chat);
    return this.#told;
  }

  /** Tells the page what is in force now, unless it knows; `again` also then. */
  async tell({ again = false } = {}): Promise<void> {
    const { shown, post } = this.#options;
    const { state } = await shown.get();
    const known = this.#told;
    const request = this.view(state.parameters);
    if (again || !isDeepStrictEqual(request, known)) {
      post({ type: 'requestChanged', request });
    }
  }

  async handle(message: RequestMessage): Promise<void> {
    const { shown, services } = this.#options;
    switch (message.type) {
      case 'parametersChanged':
        return await this.#setParameters(message);
      case 'systemPromptChanged':
        return await this.#changeChat(message.conversationId, (chat) => chat.setSystemPrompt(message.systemPrompt));
      case 'alternativeChosen':
        return this.#explain((await shown.get()).chooseAlternative(message.messageId, message.alternative));
      case 'spokenAnswerSaved':
        return await this.#saveSound(message.messageId);
      case 'probeRequested':
        return await this.#probe();
      case 'learnedForgotten':
        return await services.forgetLearned();
      case 'instructionsOpened':
        return await services.open('instructions');
      case 'endpointSettingsOpened':
        return await services.open('endpointSettings');
      case 'lastRequestOpened':
        return await services.open('lastRequest');
      case 'usageOpened':
        return await services.open('usage');
    }
  }

  dispose(): void {
    this.#resources.dispose();
  }

  async #setParameters({
    conversationId,
    parameters,
  }: Extract<RequestMessage, { type: 'parametersChanged' }>): Promise<void> {
    const problems = parameterProblems(parameters);
    if (problems.length === 0) {
      await this.#changeChat(conversationId, (chat) => chat.setParameters(parameters));
    } else {
      const sentences = problems.map(({ name, problem }) => t('"{0}" {1}.', name, problem)).join(' ');
      this.#options.notify(t('Nothing was changed: {0}', sentences));
    }
    // What was refused is in the page still.
    await this.tell({ again: true });
  }

  /** What was typed in a chat is kept there, though another one may be shown by now. */
  async #changeChat(id: string, change: (chat: Conversation) => ChangeOutcome): Promise<void> {
    const { conversations, notify } = this.#options;
    const conversation = await conversations.open(id);
    if (!conversation) {
      return notify(t('Nothing was changed: the chat of these settings is not there any more.'));
    }
    try {
      this.#explain(change(conversation));
    } finally {
      await conversations.release(conversation);
    }
  }

  async #saveSound(messageId: string): Promise<void> {
    const { shown, attachments, services } = this.#options;
    const sound = await attachments.sound(messageId);
    if (sound) {
      await services.saveSound(sound, (await shown.get()).state.title);
    }
  }

  async #probe(): Promise<void> {
    const { services, notify } = this.#options;
    const outcome = await services.probe();
    if (outcome !== undefined) {
      notify(outcome);
    }
  }

  #explain(outcome: ChangeOutcome): void {
    const sentence = sentences[outcome];
    if (sentence !== undefined) {
      this.#options.notify(sentence);
    }
  }
}

const sentences: Readonly<Record<ChangeOutcome, string | undefined>> = {
  changed: undefined,
  readOnly: t('Nothing was changed: this chat can only be read here.'),
  busy: t('This answer is still coming. Choose when all of them have ended.'),
  noSuchMessage: t('This answer is not in the chat any more.'),
};
