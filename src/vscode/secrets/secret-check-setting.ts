import * as vscode from 'vscode';
import type { Disposable } from '../../util/disposable';
import { Emitter, type Event } from '../../util/emitter';

/** Whether the person wants to be told of secrets before they leave this machine: by their own settings, never a workspace's. */
export class SecretCheckSetting implements Disposable {
  readonly #changes = new Emitter<void>();
  readonly #subscription: vscode.Disposable;

  constructor() {
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('iris.secretCheck')) {
        this.#changes.fire();
      }
    });
  }

  get isOn(): boolean {
    return vscode.workspace.getConfiguration('iris').inspect<unknown>('secretCheck')?.globalValue !== false;
  }

  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changes.dispose();
  }
}
