import { t } from '@vscode/l10n';
import type { Tray } from '../../attachments/tray';
import type { Conversation, Question, TurnOutcome } from '../../conversation/conversation';
import type { MultimodalModel } from '../../model/multimodal-model';
import type { Attachment } from '../../shared/attachment/attachment';
import type { TrayItem } from '../../shared/attachment/tray-item';
import { trayObstacle, unsavedEditObstacle } from '../../shared/attachment/tray-obstacle';
import type { FailureAction } from '../../shared/failure';
import type { PanelMessage } from '../../shared/protocol';
import type { Models } from '../models/models';
import type { DraftMemory } from './draft-memory';
import type { ShownConversation } from './shown-conversation';

/** What the page says about the questions and answers of the chat. */
export type TurnMessage = Extract<
  PanelMessage,
  {
    type:
      | 'sendRequested'
      | 'stopRequested'
      | 'retryRequested'
      | 'continueRequested'
      | 'editRequested'
      | 'turnDeleted'
      | 'otherModelRequested'
      | 'branchChosen'
      | 'failureActionRequested'
      | 'attachmentKept';
  }
>;

/** Failure actions that change the chat; the others are commands. */
type TurnAction =
  'retry' | 'waitAndRetry' | 'continueAnswer' | 'removeImages' | 'reduceEarlier' | 'sendAnyway' | 'newChat';
export type CommandAction = Exclude<FailureAction, TurnAction>;

export interface PanelTurnsOptions {
  readonly shown: ShownConversation;
  readonly tray: Tray;
  readonly memory: DraftMemory;
  readonly models: Pick<Models, 'current'>;
  /** Lets the person choose a model for one question; undefined when they chose none. */
  readonly pickModel: () => Promise<MultimodalModel | undefined>;
  /** Resolves to whether the person went through with it. */
  readonly runAction: (action: CommandAction) => Promise<boolean>;
  /** Puts text that was not sent into the composer again. */
  readonly giveBack: (text: string) => void;
  readonly notify: (text: string) => void;
  /** Identifiers of the attachments whose files are others by now. */
  readonly findChangedFiles: (attachments: readonly Attachment[]) => Promise<ReadonlySet<string>>;
}

/** What leaves the tray with a question; or why nothing does, as a sentence. */
export type Taken = { readonly attachments: readonly Attachment[] } | { readonly reason: string };

/** Takes turns in the chat that a panel shows. What can't be sent goes back to where it was. */
export class PanelTurns {
  readonly #options: PanelTurnsOptions;
  /** One after the other, so that no question takes what another one is about to take. */
  #taking: Promise<void> = Promise.resolve();

  constructor(options: PanelTurnsOptions) {
    this.#options = options;
  }

  async handle(message: TurnMessage): Promise<void> {
    switch (message.type) {
      case 'sendRequested':
        return await this.send(message.text);
      case 'stopRequested':
        return await this.stop();
      case 'retryRequested':
        return await this.retry(message.messageId);
      case 'continueRequested':
        return await this.continueAnswer(message.messageId);
      case 'editRequested':
        return await this.edit(message.messageId, message.text);
      case 'turnDeleted':
        return await this.delete(message.messageId);
      case 'otherModelRequested':
        return await this.askOtherModel(message.messageId);
      case 'branchChosen':
        return await this.chooseBranch(message.parentId, message.branch);
      case 'failureActionRequested':
        return await this.act(message.action, message.messageId);
      case 'attachmentKept':
        return await this.keepAttachment(message);
    }
  }

  async send(text: string): Promise<void> {
    const { tray, giveBack, notify } = this.#options;
    const taken = await this.take();
    if ('reason' in taken) {
      giveBack(text);
      notify(taken.reason);
      return;
    }
    const { attachments } = taken;
    let outcome: TurnOutcome | undefined;
    try {
      outcome = await this.#send({ text, attachments });
    } finally {
      if (outcome !== 'ended') {
        tray.restore(attachments);
        giveBack(text);
      }
    }
    this.#explain(outcome);
  }

  /** Takes what is attached out of the tray if all of it can be sent, for a question that is asked here or elsewhere. */
  async take(): Promise<Taken> {
    // As in the page: what is attached from now on belongs to the next question.
    const ids = new Set(this.#options.tray.items.map(({ id }) => id));
    const taking = this.#taking.then(() => this.#take(ids));
    this.#taking = taking.then(
      () => undefined,
      () => undefined,
    );
    return await taking;
  }

  async #take(ids: ReadonlySet<string>): Promise<Taken> {
    const { tray, findChangedFiles } = this.#options;
    const items = (): readonly TrayItem[] => tray.items.filter(({ id }) => ids.has(id));
    const obstacle = trayObstacle(items());
    if (obstacle !== undefined) {
      return { reason: obstacle };
    }
    const changed = await findChangedFiles(
      items().flatMap((item) => (item.status === 'ready' ? [item.attachment] : [])),
    );
    tray.markChanged(changed);
    // Looking at the files took a moment, in which another model may have been chosen.
    const reason = trayObstacle(items()) ?? unsavedEditObstacle(items());
    return reason === undefined ? { attachments: tray.take(ids) } : { reason };
  }

  async keepAttachment({
    messageId,
    attachmentId,
    kept,
  }: Omit<Extract<PanelMessage, { type: 'attachmentKept' }>, 'type'>): Promise<void> {
    const conversation = await this.#options.shown.get();
    conversation.keepAttachment(messageId, attachmentId, kept);
  }

  async stop(): Promise<void> {
    await (await this.#options.shown.get()).stop();
  }

  async retry(messageId: string): Promise<void> {
    await this.#ask((conversation, model) => conversation.retry(messageId, model));
  }

  async continueAnswer(messageId: string): Promise<void> {
    await this.#ask((conversation, model) => conversation.continueAnswer(messageId, model));
  }

  async edit(messageId: string, text: string): Promise<void> {
    await this.#ask((conversation, model) => conversation.edit(messageId, text, model));
  }

  async delete(messageId: string): Promise<void> {
    const conversation = await this.#options.shown.get();
    this.#explain(await conversation.deleteTurn(messageId));
  }

  async askOtherModel(messageId: string): Promise<void> {
    const model = await this.#options.pickModel();
    if (model) {
      const conversation = await this.#options.shown.get();
      this.#explain(await conversation.retry(messageId, model));
    }
  }

  async chooseBranch(parentId: string, branch: number): Promise<void> {
    const conversation = await this.#options.shown.get();
    const outcome = conversation.chooseBranch(parentId, branch);
    if (outcome === 'busy') {
      this.#explain(outcome);
    }
  }

  /** A button of a failure. */
  async act(action: FailureAction, messageId: string): Promise<void> {
    switch (action) {
      case 'retry':
        return await this.retry(messageId);
      case 'waitAndRetry':
        return await this.#ask((conversation, model) => conversation.waitAndRetry(messageId, model));
      case 'continueAnswer':
        return await this.continueAnswer(messageId);
      case 'removeImages':
        return await this.#ask((conversation, model) => conversation.retryWithoutImages(messageId, model));
      case 'reduceEarlier':
        return await this.#ask((conversation, model) => conversation.retry(messageId, model, 'least'));
      case 'sendAnyway':
        return await this.#ask((conversation, model) => conversation.retry(messageId, model, 'anyway'));
      case 'newChat':
        return await this.#options.shown.open();
      case 'setApiKey':
        // The question waits for the key: it is asked again as soon as there is one.
        if (await this.#options.runAction(action)) {
          await this.retry(messageId);
        }
        return;
      case 'selectModel':
      case 'addEndpoint':
      case 'openLog':
      case 'showUsage':
      case 'openSettings':
        await this.#options.runAction(action);
    }
  }

  async #send({ text, attachments }: Question): Promise<TurnOutcome> {
    const { shown, memory, models } = this.#options;
    const conversation = await shown.get();
    const model = await models.current();
    if (text.trim() === '' && attachments.length === 0) {
      return 'ended';
    }
    // What is typed since then is the next question.
    if (!conversation.busy && memory.draft.text === text) {
      memory.change({ text: '' });
    }
    memory.adopt(conversation.id);
    return await conversation.send({ text, attachments, model });
  }

  async #ask(take: (conversation: Conversation, model: MultimodalModel) => Promise<TurnOutcome>): Promise<void> {
    const conversation = await this.#options.shown.get();
    this.#explain(await take(conversation, await this.#options.models.current()));
  }

  #explain(outcome: TurnOutcome): void {
    if (outcome === 'busy') {
      this.#options.notify(busySentence);
    }
  }
}

const busySentence = t('An answer is still coming in this chat. Stop it, or wait for its end.');
