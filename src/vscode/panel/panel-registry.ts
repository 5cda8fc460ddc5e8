import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { ModelTarget } from '../../model/model-target';
import type { Attachment } from '../../shared/attachment/attachment';
import { DisposableStore, type Disposable } from '../../util/disposable';
import { logUnexpected } from '../log';
import { DraftMemory, keptAttachments, type UnsentQuestion } from './draft-memory';
import type { PanelServices } from './panel-services';
import { PanelSession } from './panel-session';
import type { Taken } from './panel-turns';
import type { Panels } from './panels';
import { blobsOf } from '../../attachments/blobs-of';
import type { NewAttachment } from '../../attachments/new-attachment';
import { ThemeColors } from '../theme-colors/theme-colors';
import { loadPage } from '../webview-page';

export const panelViewId = 'iris.panel';
export const panelEditorType = 'iris.chat';

export interface PanelRegistryOptions {
  readonly extensionUri: vscode.Uri;
  readonly memento: vscode.Memento;
  readonly services: PanelServices;
  /** What is attached in a panel may be other than before. */
  readonly onDraftChange: () => void;
}

interface Panel {
  readonly session: PanelSession;
  readonly show: () => void;
}

/** The chat panels of this window: one view that VS Code can move about, and any number of editor tabs. */
export class PanelRegistry
  implements Panels, Disposable, vscode.WebviewViewProvider, vscode.WebviewPanelSerializer<unknown>
{
  readonly #options: PanelRegistryOptions;
  readonly #panels = new Set<Panel>();
  #view = Promise.withResolvers<Panel>();
  #resolvedView: Panel | undefined;
  #lastUsed: Panel | undefined;

  constructor(options: PanelRegistryOptions) {
    this.#options = options;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const { extensionUri } = this.#options;
    const panel = this.#add({
      webview: view.webview,
      memory: this.#memory('view'),
      show: () => view.show(false),
      onDispose: (listener) => view.onDidDispose(listener),
    });
    loadPage(view.webview, { extensionUri, bundle: 'main', title: 'Iris' });
    view.onDidDispose(() => {
      this.#view = Promise.withResolvers();
      this.#resolvedView = undefined;
    });
    this.#resolvedView = panel;
    this.#view.resolve(panel);
  }

  async openInEditor(conversationId?: string): Promise<void> {
    const tab = vscode.window.createWebviewPanel(panelEditorType, 'Iris', vscode.ViewColumn.Active);
    const { session } = this.#addTab(tab, randomUUID(), conversationId);
    await session.focusComposer();
  }

  /** A tab from before the window was reloaded; `state` is what its page had saved. */
  deserializeWebviewPanel(tab: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.#addTab(tab, savedText(state, 'panelId') ?? randomUUID(), savedText(state, 'conversationId'));
    return Promise.resolve();
  }

  async reveal(): Promise<void> {
    await (await this.#current()).session.focusComposer();
  }

  async attach(files: readonly NewAttachment[]): Promise<void> {
    const { session } = await this.#current();
    session.attach(files);
    await session.focusComposer();
  }

  async attachToEdit(file: NewAttachment): Promise<void> {
    const { session } = await this.#current();
    await session.attachToEdit(file);
  }

  async attachUrl(url: string, use: 'fetch' | 'passOn'): Promise<void> {
    const { session } = await this.#current();
    session.attachUrl(url, use);
    await session.focusComposer();
  }

  async suggest(text: string): Promise<void> {
    const { session } = await this.#current();
    session.suggest(text);
    await session.focusComposer();
  }

  async attachClipboardImage(): Promise<boolean> {
    return await (await this.#current()).session.attachClipboardImage();
  }

  /** Does not open a panel: where there is none, there is nothing in its tray. */
  async trayAttachments(): Promise<readonly Attachment[]> {
    return (await this.#lastUsed?.session.trayAttachments()) ?? [];
  }

  async takeAttachments(target: ModelTarget): Promise<Taken> {
    return (await this.#lastUsed?.session.takeAttachments(target)) ?? { attachments: [] };
  }

  async newChat(): Promise<void> {
    const { session } = await this.#current();
    await session.openChat();
    await session.focusComposer();
  }

  async showChats(): Promise<void> {
    await (await this.#current()).session.showChats();
  }

  async shownChat(): Promise<string | undefined> {
    return await this.#lastUsed?.session.shownChat();
  }

  async notify(text: string): Promise<void> {
    (await this.#current()).session.notify(text);
  }

  /** Hashes of what is attached in the panels of this window, open or not, and not sent yet. */
  draftBlobs(): readonly string[] {
    const shown = [...this.#panels].flatMap(({ session }) => session.attachments);
    return [...shown, ...keptAttachments(this.#options.memento)].flatMap(blobsOf);
  }

  dispose(): void {
    for (const { session } of this.#panels) {
      session.dispose();
    }
  }

  /** The panel that was used last, brought to the front; the view where there is none. */
  async #current(): Promise<Panel> {
    if (this.#lastUsed) {
      this.#lastUsed.show();
      return this.#lastUsed;
    }
    await vscode.commands.executeCommand(`${panelViewId}.focus`);
    return await this.#view.promise;
  }

  #addTab(tab: vscode.WebviewPanel, panelId: string, conversationId: string | undefined): Panel {
    const { extensionUri } = this.#options;
    const icon = (name: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', 'static', 'icons', name);
    tab.iconPath = { light: icon('ask-light.svg'), dark: icon('ask-dark.svg') };
    const memory = this.#memory(`tab:${panelId}`);
    if (conversationId !== undefined) {
      memory.show(conversationId);
    }
    const panel = this.#add({
      webview: tab.webview,
      memory,
      show: () => tab.reveal(),
      onDispose: (listener) => tab.onDidDispose(listener),
      onTitleChange: (title) => (tab.title = title === '' ? 'Iris' : title),
    });
    tab.onDidDispose(() => {
      this.#keepUnsent(memory.unsent);
      void memory.forget();
    });
    loadPage(tab.webview, { extensionUri, bundle: 'main', title: 'Iris', panelId });
    return panel;
  }

  /** What was not sent in a tab that is closed is found again in the view, where its chat is opened. */
  #keepUnsent(questions: readonly UnsentQuestion[]): void {
    if (this.#resolvedView) {
      this.#resolvedView.session.takeOver(questions);
    } else if (questions.length > 0) {
      const memory = this.#memory('view');
      questions.forEach((question) => memory.giveBackTo(question.conversationId, question));
    }
  }

  #memory(panelId: string): DraftMemory {
    const { memento, onDraftChange, services } = this.#options;
    const onError = (error: unknown): void => logUnexpected(services.log, error);
    return new DraftMemory({ memento, panelId, onChange: onDraftChange, onError });
  }

  #add(options: {
    readonly webview: vscode.Webview;
    readonly memory: DraftMemory;
    readonly show: () => void;
    readonly onDispose: (listener: () => void) => vscode.Disposable;
    readonly onTitleChange?: (title: string) => void;
  }): Panel {
    const { webview, memory, show, onDispose, onTitleChange } = options;
    const resources = new DisposableStore();
    resources.add(new ThemeColors(webview));
    const session = resources.add(
      new PanelSession({
        webview,
        memory,
        services: this.#options.services,
        onUsed: () => (this.#lastUsed = panel),
        ...(onTitleChange && { onTitleChange }),
      }),
    );
    const panel: Panel = { session, show };
    this.#panels.add(panel);
    this.#lastUsed = panel;
    onDispose(() => {
      resources.dispose();
      this.#panels.delete(panel);
      if (this.#lastUsed === panel) {
        this.#lastUsed = [...this.#panels].at(-1);
      }
    });
    return panel;
  }
}

/** A text in what a page had saved; it may have been written by an older version. */
function savedText(state: unknown, name: 'panelId' | 'conversationId'): string | undefined {
  const value: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, name) : undefined;
  return typeof value === 'string' && /^[\w-]+$/.test(value) ? value : undefined;
}
