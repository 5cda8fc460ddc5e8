import { t } from '@vscode/l10n';
import { askForTitle, titleQuestion } from '../../features/chat-title/ask-for-title';
import { proposeTitles } from '../../features/chat-title/propose-titles';
import type { ConversationStore } from '../../store/conversation-store';
import type { Models } from '../models/models';
import type { SecretGate } from '../secrets/secret-gate';

export interface ChatTitleServices {
  readonly store: Pick<ConversationStore, 'read'>;
  readonly models: Pick<Models, 'current' | 'view'>;
  readonly secrets: Pick<SecretGate, 'passText'>;
}

/** Names that could be given to a chat. */
export class ChatTitles {
  readonly #services: ChatTitleServices;

  constructor(services: ChatTitleServices) {
    this.#services = services;
  }

  /** Made here, of what was said. */
  async propose(id: string): Promise<readonly string[]> {
    const state = await this.#services.store.read(id);
    return state ? proposeTitles(state) : [];
  }

  /** Asks the model that the next question goes to. Throws with a sentence where it gives none. */
  async ask(id: string): Promise<readonly string[]> {
    const { store, models, secrets } = this.#services;
    const state = await store.read(id);
    const model = await models.current();
    const question = await secrets.passText({
      name: t('The beginning of the chat'),
      text: state ? titleQuestion(state) : '',
      target: model.metadata,
      canRedact: true,
    });
    if (question === undefined) {
      throw new Error(t('Nothing was sent.'));
    }
    const title = await askForTitle(question, model, AbortSignal.timeout(60_000));
    if (title === '') {
      throw new Error(t('The model gave no name. The chat keeps the one that it has.'));
    }
    return [title];
  }
}
