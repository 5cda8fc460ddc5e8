import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Question } from '../../conversation/conversation';
import { describeFailure } from '../../conversation/failure-text';
import type { OpenConversations } from '../../conversation/open-conversations';
import type { MultimodalModel } from '../../model/multimodal-model';
import type { Disposable } from '../../util/disposable';
import { commandIds } from '../commands/command-ids';
import { Answering } from './answering';
import { askAboutFailure, type RunSetupAction } from './ask-about-failure';
import type { DocumentSink } from './document-sink';

export interface EditorAnswersOptions {
  readonly conversations: OpenConversations;
  /** May throw `ModelError`. */
  readonly currentModel: () => Promise<MultimodalModel>;
  readonly openChat: (conversationId: string) => Promise<void>;
  /** Resolves to whether the person went through with it. */
  readonly runAction: RunSetupAction;
}

/** What a sink may do beside writing. */
export interface AnswerControls {
  /** Shows the chat of which the answer is a turn. */
  readonly openChat: () => Promise<void>;
  readonly stop: () => void;
}

export interface EditorQuestion {
  readonly question: Question;
  readonly model: MultimodalModel;
  /** Where the answer goes, in words: "cart.js", "a new document". */
  readonly place: string;
  readonly createSink: (controls: AnswerControls) => DocumentSink;
}

/** Answers that are being written into documents: each is a turn of a new chat, can be seen and be stopped. */
export class EditorAnswers implements Disposable {
  readonly #options: EditorAnswersOptions;
  readonly #busy = new Set<Answering>();
  #statusBarItem: vscode.StatusBarItem | undefined;

  constructor(options: EditorAnswersOptions) {
    this.#options = options;
  }

  /** The model to ask; undefined when there is none and the person left it at that. */
  async model(): Promise<MultimodalModel | undefined> {
    const { currentModel, runAction } = this.#options;
    for (;;) {
      try {
        return await currentModel();
      } catch (error) {
        const failure = describeFailure(error, { model: { endpoint: t('The endpoint'), model: t('the model') } });
        if ((await askAboutFailure({ failure, hasChat: false, runAction })) !== 'retry') {
          return undefined;
        }
      }
    }
  }

  /** Resolves when the answer has ended, and with it what the person did about a failure. */
  async answer({ question, model, place, createSink }: EditorQuestion): Promise<void> {
    const { conversations, runAction } = this.#options;
    const conversation = conversations.create();
    const openChat = (): Promise<void> => this.#options.openChat(conversation.id);
    const answering: Answering = new Answering({
      conversation,
      sink: createSink({ openChat, stop: () => void answering.stop() }),
      place,
      model: () => this.model(),
      openChat,
      runAction,
      onBusyChange: (isBusy) => this.#changeBusy(answering, isBusy),
    });
    try {
      await answering.run(question, model);
    } finally {
      answering.dispose();
      await conversations.release(conversation);
    }
  }

  /** Ends all answers that are being written; what was written stays. */
  async stop(): Promise<void> {
    await Promise.all([...this.#busy].map((answering) => answering.stop()));
  }

  dispose(): void {
    this.#statusBarItem?.dispose();
  }

  #changeBusy(answering: Answering, isBusy: boolean): void {
    if (isBusy) {
      this.#busy.add(answering);
    } else {
      this.#busy.delete(answering);
    }
    void vscode.commands.executeCommand('setContext', 'iris.answeringInEditor', this.#busy.size > 0);
    this.#statusBarItem ??= createStatusBarItem();
    if (this.#busy.size > 0) {
      this.#statusBarItem.show();
    } else {
      this.#statusBarItem.hide();
    }
  }
}

function createStatusBarItem(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('iris.answer', vscode.StatusBarAlignment.Left, 100);
  item.name = t('Iris: Answer in Editor');
  item.text = `$(debug-stop) ${t('Iris is answering')}`;
  item.tooltip = t('Stop the answer. What was written stays; undo takes it back.');
  item.accessibilityInformation = { label: t('Iris is answering. Stop'), role: 'button' };
  item.command = commandIds.stopAnswer;
  return item;
}
