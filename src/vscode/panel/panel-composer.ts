import type { TrayWarning } from '../../shared/attachment/tray-warning';
import { DisposableStore, type Disposable } from '../../util/disposable';
import { PanelCompletions, type CompletionMessage } from '../completions/panel-completions';
import type { PanelAttachments } from './panel-attachments';
import { PanelPastes, type PasteMessage } from './panel-pastes';
import { PanelWarnings, type PanelWarningsOptions, type WarningMessage } from './panel-warnings';
import type { ShownConversation } from './shown-conversation';

/** What the page says while a question is being written. */
export type ComposerMessage = CompletionMessage | PasteMessage | WarningMessage;

export interface PanelComposerOptions extends PanelWarningsOptions {
  readonly shown: ShownConversation;
  readonly attachments: PanelAttachments;
  readonly notify: (text: string) => void;
}

/** Helps to write a question in one panel. */
export class PanelComposer implements Disposable {
  readonly #resources = new DisposableStore();
  readonly #completions: PanelCompletions;
  readonly #pastes: PanelPastes;
  readonly #warnings: PanelWarnings;

  constructor(options: PanelComposerOptions) {
    const { tray, shown, attachments, post, notify } = options;
    this.#warnings = this.#resources.add(new PanelWarnings(options));
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

  /** About what is attached now. */
  get warnings(): readonly TrayWarning[] {
    return this.#warnings.warnings;
  }

  textChanged(): void {
    this.#warnings.update();
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
      case 'remedyTaken':
        return await this.#warnings.handle(message);
    }
  }

  dispose(): void {
    this.#resources.dispose();
  }
}
