import type * as vscode from 'vscode';
import type { HostMessage } from '../../shared/protocol';

/** What is told to one panel's page. */
export class PageConnection {
  readonly #webview: vscode.Webview;
  readonly #first = Promise.withResolvers<void>();
  #isReady = false;
  #isBehind = false;

  constructor(webview: vscode.Webview) {
    this.#webview = webview;
  }

  /** Resolves when the first page has started. */
  get started(): Promise<void> {
    return this.#first.promise;
  }

  /** A page is there, maybe not the first. */
  start(): void {
    this.#isReady = true;
    this.#first.resolve();
  }

  /** Tells whether the page has it: none has started, or VS Code has let a hidden one go, where it has not. */
  post(message: HostMessage): PromiseLike<boolean> {
    return this.#isReady ? this.#webview.postMessage(message) : Promise.resolve(false);
  }

  /** Waits for a page where there is none yet. */
  postWhenStarted(message: HostMessage): void {
    void this.started.then(() => this.post(message));
  }

  /** Another chat is shown than the page knows of: it is told of what is typed and attached there with the snapshot, not before. */
  fallBehind(): void {
    this.#isBehind = true;
  }

  postSnapshot(message: Extract<HostMessage, { type: 'snapshot' }>): void {
    this.#isBehind = false;
    void this.post(message);
  }

  /** Tells of what is typed and attached in the chat that is shown. */
  postOfDraft(message: HostMessage): void {
    if (!this.#isBehind) {
      void this.post(message);
    }
  }
}
