import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { NewAttachment } from '../../attachments/new-attachment';
import { findRecipes } from '../../features/recipes/recipes';
import type { Recipe } from '../../features/recipes/recipe';
import type { TrayItem } from '../../shared/attachment/tray-item';
import type { Completion } from '../../shared/completion';
import type { HostMessage, PanelMessage } from '../../shared/protocol';
import type { Disposable } from '../../util/disposable';
import type { CompletionChoice } from './completion-choice';
import { fileChoice } from './file-choice';
import { findFiles, findOpenFiles } from './find-files';
import { matching, sourceChoices } from './source-choices';
import { findSymbols } from './symbol-choice';

/** What the page says about the list that opens while something is typed. */
export type CompletionMessage = Extract<
  PanelMessage,
  { type: 'completionsRequested' | 'completionsEnded' | 'completionChosen' }
>;

export interface PanelCompletionsOptions {
  readonly tray: () => readonly TrayItem[];
  /** Whether something was sent in the chat that a recipe could mean. */
  readonly hasAttachments: () => Promise<boolean>;
  readonly attachUris: (uris: readonly vscode.Uri[]) => Promise<void>;
  readonly attach: (files: readonly NewAttachment[]) => void;
  readonly post: (message: HostMessage) => void;
  readonly notify: (text: string) => void;
}

/** Files that are shown: whoever looks for another types another letter. */
const maxFiles = 30;

/** What is remembered of all that was shown. */
const maxChoices = 1_000;

/** Milliseconds without another letter before the workspace is searched. */
const pause = 60;

/** Finds what may be meant by what is typed in one panel's composer, and attaches what is chosen. */
export class PanelCompletions implements Disposable {
  readonly #options: PanelCompletionsOptions;
  /** What was shown last, also of earlier answers: one of those may be chosen while the next is on its way. */
  readonly #choices = new Map<string, CompletionChoice>();
  /** Never given to another thing, so that nothing is attached but what was chosen. */
  readonly #ids = new Map<string, string>();
  #idCount = 0;
  #search: vscode.CancellationTokenSource | undefined;

  constructor(options: PanelCompletionsOptions) {
    this.#options = options;
  }

  async handle(message: CompletionMessage): Promise<void> {
    switch (message.type) {
      case 'completionsRequested':
        return await this.#find(message);
      case 'completionsEnded':
        return this.#stop();
      case 'completionChosen':
        return await this.#choose(message.id);
    }
  }

  dispose(): void {
    this.#stop();
  }

  async #find({ trigger, query }: Extract<CompletionMessage, { type: 'completionsRequested' }>): Promise<void> {
    this.#stop();
    const { post, tray, attach } = this.#options;
    const tell = (found: readonly CompletionChoice[], isComplete: boolean): void =>
      post({ type: 'completionsFound', trigger, query, items: found.map((choice) => this.#show(choice)), isComplete });
    switch (trigger) {
      case '/':
        return tell(findRecipes(query).map(this.#recipeChoice), true);
      case '#':
        return tell(matching(sourceChoices(tray(), attach), query), true);
      case '@':
        return await this.#findInWorkspace(query, tell);
    }
  }

  async #choose(id: string): Promise<void> {
    const outcome = await this.#choices.get(id)?.choose?.();
    switch (outcome?.status) {
      case 'cancelled':
        return this.#options.post({ type: 'nothingAttached', completionId: id });
      case 'nothing':
        return this.#options.post({ type: 'nothingAttached', completionId: id, reason: outcome.reason });
      case 'attached':
      case undefined:
        return;
    }
  }

  /** What is known at once is told at once; files and then symbols as they are found. */
  async #findInWorkspace(
    query: string,
    tell: (found: readonly CompletionChoice[], isComplete: boolean) => void,
  ): Promise<void> {
    const search = new vscode.CancellationTokenSource();
    this.#search = search;
    const { token } = search;
    const isOutdated = (): boolean => token.isCancellationRequested;
    const toChoice = (uri: vscode.Uri): CompletionChoice => fileChoice(uri, (file) => this.#options.attachUris([file]));
    const open = findOpenFiles(query).slice(0, maxFiles).map(toChoice);
    if (open.length > 0) {
      tell(open, false);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (isOutdated()) {
      return;
    }
    const symbols = findSymbols(query, this.#options.attach).catch(() => []);
    const uris = await findFiles(query, token);
    if (isOutdated()) {
      return;
    }
    const files = uris.slice(0, maxFiles).map(toChoice);
    tell(files, false);
    const found = await symbols;
    if (!isOutdated()) {
      tell([...files, ...found], true);
      this.#search = undefined;
    }
    search.dispose();
  }

  /** The recipe's words are in the composer by then; what they speak of may not be there yet. */
  readonly #recipeChoice = ({ name, title, prompt, needs }: Recipe): CompletionChoice => ({
    key: `recipe:${name}`,
    icon: 'bulb',
    label: `/${name}`,
    detail: title,
    insert: prompt,
    choose: async () => {
      const { tray, hasAttachments, notify } = this.#options;
      if (tray().length === 0 && !(await hasAttachments())) {
        notify(
          needs === 'picture'
            ? t('This recipe needs a picture. Attach, paste or drop one, then send.')
            : t('This recipe needs something to work on. Attach, paste or drop it, then send.'),
        );
      }
    },
  });

  #show(choice: CompletionChoice): Completion {
    const { key, choose: _choose, ...shown } = choice;
    const id = this.#ids.get(key) ?? `completion-${this.#idCount++}`;
    this.#ids.delete(key);
    this.#ids.set(key, id);
    this.#choices.set(id, choice);
    const [[oldest, oldestId] = ['', '']] = this.#ids;
    if (this.#ids.size > maxChoices) {
      this.#ids.delete(oldest);
      this.#choices.delete(oldestId);
    }
    return { id, ...shown };
  }

  #stop(): void {
    this.#search?.cancel();
    this.#search?.dispose();
    this.#search = undefined;
  }
}
