import type { Tray } from '../../attachments/tray';
import type { HostMessage } from '../../shared/protocol';
import { DisposableStore, type Disposable } from '../../util/disposable';
import { PanelCompletions, type CompletionMessage } from '../completions/panel-completions';
import type { PanelAttachments } from './panel-attachments';
import { PanelPastes, type PasteMessage } from './panel-pastes';
import type { ShownConversation } from './shown-conversation';

/** What the page says while a question is being written. */
export type ComposerMessage = CompletionMessage | PasteMessage;

export interface PanelComposerOptions {
  readonly tray: Tray;
  readonly shown: ShownConversation;
  readonly attachments: PanelAttachments;
  readonly post: (message: HostMessage) => void;
  readonly notify: (text: string) => void;
}

/** Helps to write a question in one panel. */
export class PanelComposer implements Disposable {
  readonly #resources = new DisposableStore();
  readonly #completions: PanelCompletions;
  readonly #pastes: PanelPastes;

  constructor({ tray, shown, attachments, post, notify }: PanelComposerOptions) {
    this.#completions = this.#resources.add(
      new PanelCompletions({
        tray: () => tray.items,
        hasAttachments: async () => {
          const { messages } = (await shown.get()).state;
          return messages.some((message) => message.role === 'user' && message.attachments.length > 0);
        },
        attachUris: (uris) => attachments.addUris(uris),
        attach: (files) => attachments.add(files),
        post,
        notify,
      }),
    );
    this.#pastes = new PanelPastes({ attachUris: (uris) => attachments.addUris(uris), post });
  }

  async handle(message: ComposerMessage): Promise<void> {
    switch (message.type) {
      case 'completionsRequested':
      case 'completionsEnded':
      case 'completionChosen':
        return await this.#completions.handle(message);
      case 'pathsPasted':
      case 'pastedPathsAttached':
        return await this.#pastes.handle(message);
    }
  }

  dispose(): void {
    this.#resources.dispose();
  }
}
