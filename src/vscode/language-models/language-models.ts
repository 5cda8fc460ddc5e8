import * as vscode from 'vscode';
import { Emitter, type Event } from '../../util/emitter';
import type { LanguageModelChoice } from '../models/model-choice';

/** The models that other extensions provide to VS Code. */
export class LanguageModels implements vscode.Disposable {
  readonly #changes = new Emitter<void>();
  readonly #subscription = vscode.lm.onDidChangeChatModels(() => {
    this.#stale = true;
    this.#changes.fire();
  });
  #listed: readonly vscode.LanguageModelChat[] = [];
  #stale = true;

  /** Fired when there may be others than before, and when `listed` has changed. */
  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  /** Those of the last `list`. */
  get listed(): readonly vscode.LanguageModelChat[] {
    return this.#listed;
  }

  /** Whether `list` has to be called to know. */
  get isStale(): boolean {
    return this.#stale;
  }

  /** Never fails: an editor without any answers with none. */
  async list(): Promise<readonly vscode.LanguageModelChat[]> {
    this.#stale = false;
    const before = keysOf(this.#listed);
    this.#listed = await Promise.resolve(vscode.lm.selectChatModels()).catch(() => []);
    if (keysOf(this.#listed) !== before) {
      this.#changes.fire();
    }
    return this.#listed;
  }

  async find({ vendor, id }: LanguageModelChoice): Promise<vscode.LanguageModelChat | undefined> {
    const found = await Promise.resolve(vscode.lm.selectChatModels({ vendor, id })).catch(() => []);
    return found[0];
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changes.dispose();
  }
}

function keysOf(chats: readonly vscode.LanguageModelChat[]): string {
  return JSON.stringify(chats.map(({ vendor, id }) => [vendor, id]));
}
