import { t } from '@vscode/l10n';
import { askForTitle } from '../../features/chat-title/ask-for-title';
import { proposeTitles } from '../../features/chat-title/propose-titles';
import type { ConversationStore } from '../../store/conversation-store';
import type { Models } from '../models/models';

export interface ChatTitleServices {
  readonly store: Pick<ConversationStore, 'read'>;
  readonly models: Pick<Models, 'current' | 'view'>;
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
    const state = await this.#services.store.read(id);
    const model = await this.#services.models.current();
    const title = state ? await askForTitle(state, model, AbortSignal.timeout(60_000)) : '';
    if (title === '') {
      throw new Error(t('The model gave no name. The chat keeps the one that it has.'));
    }
    return [title];
  }
}
