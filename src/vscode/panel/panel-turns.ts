import { t } from '@vscode/l10n';
import type { Tray } from '../../attachments/tray';
import type { Conversation, TurnOutcome } from '../../conversation/conversation';
import { findAnswer } from '../../conversation/turns';
import { isCheckedFor, type ModelTarget } from '../../model/model-target';
import type { MultimodalModel } from '../../model/multimodal-model';
import type { Attachment } from '../../shared/attachment/attachment';
import type { TrayItem } from '../../shared/attachment/tray-item';
import { trayObstacle, unsavedEditObstacle } from '../../shared/attachment/tray-obstacle';
import type { FailureAction } from '../../shared/failure';
import { shortListOf } from '../../shared/list-of';
import type { PanelMessage } from '../../shared/protocol';
import type { Disposable } from '../../util/disposable';
import type { UnsentQuestion } from './draft-memory';
import type { PanelDrafts } from './panel-drafts';
import type { PanelSecrets } from './panel-secrets';
import type { ShownConversation } from './shown-conversation';
import { WaitingQuestions, type WaitingQuestionsOptions } from './waiting-questions';

/** What the page says about the questions and answers of the chat. */
export type TurnMessage = Extract<
  PanelMessage,
  {
    type:
      | 'sendRequested'
      | 'waitingQuestionSettled'
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

/** Resolves to whether the person went through with it. A failure is about the endpoint that is named. */
export type RunAction = (action: CommandAction, endpoint?: string) => Promise<boolean>;

export interface PanelTurnsOptions extends WaitingQuestionsOptions {
  readonly shown: ShownConversation;
  readonly tray: Tray;
  /** Takes back what was not sent. */
  readonly drafts: Pick<PanelDrafts, 'isShown' | 'begin' | 'giveBack' | 'waitingIn' | 'setWaiting'>;
  /** Lets the person choose a model for one question; undefined when they chose none. */
  readonly pickModel: () => Promise<MultimodalModel | undefined>;
  readonly runAction: RunAction;
  readonly secrets: Pick<PanelSecrets, 'obstacle' | 'passAgain' | 'passEdited'>;
  /** Identifiers of the attachments whose files are others by now. */
  readonly findChangedFiles: (attachments: readonly Attachment[]) => Promise<ReadonlySet<string>>;
}

/** What leaves the tray with a question; or why nothing does, as a sentence. */
export type Taken = { readonly attachments: readonly Attachment[] } | { readonly reason: string };

/** A question that can be sent to the model for which it was looked at. */
interface CheckedQuestion extends UnsentQuestion {
  readonly target: ModelTarget;
}

interface TakeOptions {
  /** Whether the tray is still that of the chat in which this is asked. */
  readonly isMeant: () => boolean;
  /** Why nothing can be sent for what goes along with what is attached, as a sentence. */
  readonly beside: () => Promise<string | undefined>;
}

/** Takes turns in the chat that a panel shows. What can't be sent goes back to where it was. */
export class PanelTurns implements Disposable {
  readonly #options: PanelTurnsOptions;
  readonly #waiting: WaitingQuestions;
  /** One after the other, so that no question takes what another one is about to take. */
  #taking: Promise<void> = Promise.resolve();

  constructor(options: PanelTurnsOptions) {
    this.#options = options;
    this.#waiting = new WaitingQuestions(options);
  }

  async handle(message: TurnMessage): Promise<void> {
    switch (message.type) {
      case 'sendRequested':
        return await this.send(message);
      case 'waitingQuestionSettled':
        return await this.#waiting.handle(message);
      case 'stopRequested':
        return await this.stop(message.conversationId);
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
        return await this.chooseBranch(message);
      case 'failureActionRequested':
        return await this.act(message.action, message.messageId);
      case 'attachmentKept':
        return await this.keepAttachment(message);
    }
  }

  /** Asks in the chat in which the person has, though another one may be shown before all that is attached is looked at. */
  async send({ conversationId, text }: Omit<UnsentQuestion, 'attachments'>): Promise<void> {
    const { shown, conversations, drafts, notify } = this.#options;
    const { current } = shown;
    if (!current || !drafts.isShown(conversationId)) {
      drafts.giveBack({ conversationId, text, attachments: [] });
      notify(otherChatSentence);
      return;
    }
    const { target } = this.#options.models;
    // Without this hold it would be closed when the panel shows another.
    const held = conversations.open(current.id);
    try {
      const taken = await this.#takeInTurn({
        isMeant: () => drafts.isShown(conversationId),
        beside: () => this.#options.secrets.obstacle(text),
      });
      if ('reason' in taken) {
        drafts.giveBack({ conversationId, text, attachments: [] });
        notify(taken.reason);
        return;
      }
      await this.#send(current, { conversationId, text, attachments: taken.attachments, target });
    } finally {
      const conversation = await held;
      await (conversation && conversations.release(conversation));
    }
  }

  /** Takes what is attached out of the tray if all of it can be sent, for a question that is asked here or elsewhere. */
  async take(): Promise<Taken> {
    return await this.#takeInTurn({ isMeant: () => true, beside: () => Promise.resolve(undefined) });
  }

  async #takeInTurn(options: TakeOptions): Promise<Taken> {
    // As in the page: what is attached from now on belongs to the next question.
    const ids = new Set(this.#options.tray.items.map(({ id }) => id));
    const taking = this.#taking.then(() => this.#take(ids, options));
    this.#taking = taking.then(
      () => undefined,
      () => undefined,
    );
    return await taking;
  }

  async #take(ids: ReadonlySet<string>, { isMeant, beside }: TakeOptions): Promise<Taken> {
    const { tray, findChangedFiles, notify } = this.#options;
    const items = (): readonly TrayItem[] => tray.items.filter(({ id }) => ids.has(id));
    const obstacle = trayObstacle(items()) ?? (await beside());
    if (obstacle !== undefined) {
      return { reason: obstacle };
    }
    const changed = await findChangedFiles(
      items().flatMap((item) => (item.status === 'ready' ? [item.attachment] : [])),
    );
    if (!isMeant()) {
      return { reason: otherChatSentence };
    }
    tray.markChanged(changed);
    // Looking at the files took a moment, in which another model may have been chosen.
    const reason = trayObstacle(items()) ?? unsavedEditObstacle(items());
    if (reason !== undefined) {
      return { reason };
    }
    const lost = items().flatMap((item) => (item.status === 'failed' && !item.attachment ? [item.name] : []));
    if (lost.length > 0) {
      notify(notAttachedSentence(lost));
    }
    return { attachments: tray.take(ids) };
  }

  async keepAttachment({
    messageId,
    attachmentId,
    kept,
  }: Omit<Extract<PanelMessage, { type: 'attachmentKept' }>, 'type'>): Promise<void> {
    const conversation = await this.#options.shown.get();
    conversation.keepAttachment(messageId, attachmentId, kept);
  }

  /** Stops what is answered in the chat in which the person wants that, though another one may be shown by now. */
  async stop(conversationId: string): Promise<void> {
    const { conversations } = this.#options;
    const conversation = await conversations.open(conversationId);
    try {
      await conversation?.stop();
    } finally {
      await (conversation && conversations.release(conversation));
    }
  }

  async retry(messageId: string): Promise<void> {
    await this.#ask(messageId, (conversation, model) => conversation.retry(messageId, model));
  }

  async continueAnswer(messageId: string): Promise<void> {
    await this.#ask(messageId, (conversation, model) => conversation.continueAnswer(messageId, model));
  }

  /** The page keeps the new words until they are taken. */
  async edit(messageId: string, text: string): Promise<void> {
    const { shown, models, secrets, notify } = this.#options;
    const conversation = await shown.get();
    const model = await models.current();
    const passed =
      conversation.readOnlyReason === undefined ? await secrets.passEdited(messageId, text, model.metadata) : text;
    if (passed === undefined) {
      return notify(t('Nothing was sent.'));
    }
    this.#explain(await conversation.edit(messageId, passed, model), conversation);
  }

  async delete(messageId: string): Promise<void> {
    const conversation = await this.#options.shown.get();
    this.#explain(await conversation.deleteTurn(messageId), conversation);
  }

  async askOtherModel(messageId: string): Promise<void> {
    const model = await this.#options.pickModel();
    if (model) {
      await this.#ask(messageId, (conversation) => conversation.retry(messageId, model), model);
    }
  }

  async chooseBranch({
    conversationId,
    parentId,
    branch,
  }: Omit<Extract<PanelMessage, { type: 'branchChosen' }>, 'type'>): Promise<void> {
    const conversation = await this.#options.shown.get();
    // Nobody looks at the other chat any more.
    const isMeant = conversation.id === conversationId;
    if (isMeant && conversation.chooseBranch(parentId, branch) === 'busy') {
      this.#explain('busy', conversation);
    }
  }

  /** A button of a failure. */
  async act(action: FailureAction, messageId: string): Promise<void> {
    switch (action) {
      case 'retry':
        return await this.retry(messageId);
      case 'waitAndRetry':
        return await this.#ask(messageId, (conversation, model) => conversation.waitAndRetry(messageId, model));
      case 'continueAnswer':
        return await this.continueAnswer(messageId);
      case 'removeImages':
        return await this.#ask(messageId, (conversation, model) => conversation.retryWithoutImages(messageId, model));
      case 'reduceEarlier':
        return await this.#ask(messageId, (conversation, model) => conversation.retry(messageId, model, 'least'));
      case 'sendAnyway':
        return await this.#ask(messageId, (conversation, model) => conversation.retry(messageId, model, 'anyway'));
      case 'newChat':
        return await this.#options.shown.open();
      case 'setApiKey':
        // The question waits for the key: it is asked again as soon as there is one.
        if (await this.#options.runAction(action)) {
          await this.retry(messageId);
        }
        return;
      case 'editEndpoint': {
        const { state } = await this.#options.shown.get();
        if (await this.#options.runAction(action, findAnswer(state.messages, messageId)?.model.endpoint)) {
          await this.retry(messageId);
        }
        return;
      }
      case 'selectModel':
      case 'addEndpoint':
      case 'openLog':
      case 'showUsage':
      case 'openSettings':
        await this.#options.runAction(action);
    }
  }

  dispose(): void {
    this.#waiting.dispose();
  }

  async #send(conversation: Conversation, { target, ...question }: CheckedQuestion): Promise<void> {
    const { drafts, models, notify } = this.#options;
    const { text, attachments } = question;
    let outcome: TurnOutcome | undefined;
    try {
      const model = await models.current();
      if (text.trim() === '' && attachments.length === 0) {
        outcome = 'ended';
        return;
      }
      if (!isCheckedFor(target, model.metadata)) {
        return notify(t('Nothing was sent, for another model was chosen meanwhile. Look at the question once more.'));
      }
      drafts.begin(conversation.id);
      outcome =
        conversation.busy && this.#waiting.add(question, target)
          ? 'ended'
          : await conversation.send({ text, attachments, model });
    } finally {
      if (outcome !== 'ended') {
        drafts.giveBack(question);
      }
    }
    this.#explain(outcome, conversation);
  }

  async #ask(
    messageId: string,
    take: (conversation: Conversation, model: MultimodalModel) => Promise<TurnOutcome>,
    chosen?: MultimodalModel,
  ): Promise<void> {
    const { shown, models, secrets, notify } = this.#options;
    const conversation = await shown.get();
    const model = chosen ?? (await models.current());
    if (conversation.readOnlyReason === undefined && !(await secrets.passAgain(messageId, model.metadata))) {
      return notify(t('Nothing was sent.'));
    }
    this.#explain(await take(conversation, model), conversation);
  }

  #explain(outcome: TurnOutcome, { readOnlyReason }: Conversation): void {
    const { notify } = this.#options;
    switch (outcome) {
      case 'busy':
        return notify(t('An answer is still coming in this chat. Stop it, or wait for its end.'));
      case 'readOnly':
        return notify(readOnlyReason ?? t('This chat is being closed. Try again.'));
      case 'noSuchMessage':
        return notify(t('This message is no longer in the chat that is shown.'));
      case 'empty':
        return notify(t('Type a question or attach something first.'));
      case 'ended':
        return;
    }
  }
}

const otherChatSentence = t(
  'Nothing was sent, for another chat was opened before. The question waits in its own chat.',
);

/** Of files that leave the tray with a question, as they can't be attached at all. */
function notAttachedSentence(names: readonly string[]): string {
  return t('Sent without what could not be attached: {0}.', shortListOf(names));
}
