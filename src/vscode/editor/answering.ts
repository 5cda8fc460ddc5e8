import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Conversation, Question } from '../../conversation/conversation';
import { findAnswer } from '../../conversation/turns';
import type { MultimodalModel } from '../../model/multimodal-model';
import type { AnswerMessage } from '../../shared/conversation';
import type { Disposable } from '../../util/disposable';
import { showAnswerProgress } from './answer-progress';
import { askAboutFailure, type FailureChoice, type RunSetupAction } from './ask-about-failure';
import type { DocumentSink } from './document-sink';

export interface AnsweringOptions {
  readonly conversation: Conversation;
  readonly sink: DocumentSink;
  /** Where the answer goes, in words: "cart.js", "a new document". */
  readonly place: string;
  /** The model to ask again; undefined when there is none. */
  readonly model: () => Promise<MultimodalModel | undefined>;
  readonly openChat: () => Promise<void>;
  readonly runAction: RunSetupAction;
  /** Told when there begins and ends to be something that can be stopped. */
  readonly onBusyChange: (isBusy: boolean) => void;
}

/** One answer on its way from a chat into a document, with what the person does when it fails. */
export class Answering implements Disposable {
  readonly #options: AnsweringOptions;
  readonly #subscription: Disposable;
  #answerId = '';

  constructor(options: AnsweringOptions) {
    this.#options = options;
    this.#subscription = options.conversation.onEvent((event) => {
      if (event.type === 'answerStarted') {
        this.#answerId = event.messageId;
      } else if (event.type === 'textAppended' && !event.alternative) {
        options.sink.push(event.text);
      }
    });
  }

  /** Resolves when the answer has ended and nothing is left to be done about it. */
  async run(question: Question, model: MultimodalModel): Promise<void> {
    const { conversation, runAction, openChat } = this.#options;
    let ask = async (): Promise<unknown> => await conversation.send({ ...question, model });
    for (;;) {
      const answer = await this.#show(ask);
      if (!answer?.failure) {
        return await this.#explainEmptiness(answer);
      }
      const { failure, model: asked } = answer;
      const choice = await askAboutFailure({ failure, hasChat: true, endpoint: asked.endpoint, runAction });
      if (choice === undefined || choice === 'openChat') {
        await this.#options.sink.end();
        return choice && (await openChat());
      }
      const next = await this.#options.model();
      if (!next) {
        return await this.#options.sink.end();
      }
      ask = () => this.#askAgain(choice, next);
    }
  }

  /** Ends the answer; what was written stays. */
  async stop(): Promise<void> {
    this.#options.sink.dispose();
    await this.#options.conversation.stop();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#options.sink.dispose();
  }

  /** Takes a turn, visibly. */
  async #show(ask: () => Promise<unknown>): Promise<AnswerMessage | undefined> {
    const { conversation, sink, place, onBusyChange } = this.#options;
    let answer: AnswerMessage | undefined;
    const onCancel = (): void => void this.stop();
    const work = async (say: (message: string) => void): Promise<void> => {
      await ask();
      answer = findAnswer(conversation.state.messages, this.#answerId);
      if (answer?.failure) {
        return;
      }
      if (sink.isWaiting) {
        say(t('done. It is written when you go back to {0}.', place));
      }
      await sink.end();
    };
    onBusyChange(true);
    try {
      await showAnswerProgress({ conversation, place, onCancel, work });
    } finally {
      onBusyChange(false);
    }
    return answer;
  }

  async #askAgain(choice: Exclude<FailureChoice, 'openChat'>, model: MultimodalModel): Promise<void> {
    const { conversation, sink } = this.#options;
    const id = this.#answerId;
    switch (choice) {
      case 'continueAnswer':
        await conversation.continueAnswer(id, model);
        break;
      case 'retry':
        await sink.restart();
        await conversation.retry(id, model);
        break;
      case 'waitAndRetry':
        // What has begun goes on; what has not is asked for again.
        if (!findAnswer(conversation.state.messages, id)?.text) {
          await sink.restart();
        }
        await conversation.waitAndRetry(id, model);
        break;
      case 'reduceEarlier':
      case 'sendAnyway':
        await sink.restart();
        await conversation.retry(id, model, choice === 'sendAnyway' ? 'anyway' : 'least');
        break;
      case 'removeImages':
        await sink.restart();
        await conversation.retryWithoutImages(id, model);
        break;
    }
  }

  async #explainEmptiness(answer: AnswerMessage | undefined): Promise<void> {
    const { sink, openChat, place } = this.#options;
    if (answer?.status !== 'complete' || !sink.isEmpty) {
      return;
    }
    const sentence = answer.refusal
      ? t('{0} does not answer: {1}', answer.model.model, answer.refusal)
      : t('{0} answered with nothing to write into {1}.', answer.model.model, place);
    if ((await vscode.window.showInformationMessage(sentence, t('Open Chat'))) !== undefined) {
      await openChat();
    }
  }
}
