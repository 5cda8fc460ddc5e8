import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { modelRows } from '../../features/model-list/model-rows';
import { failureReason, type FailureReason } from '../../features/model-test/failure-reason';
import type { Endpoint } from '../../model/endpoint';
import { isStale, type StoredList } from '../../model/listing/list-memory';
import type { ModelCapabilities } from '../../shared/capabilities';
import { DisposableStore } from '../../util/disposable';
import { languageModelSections } from './language-model-sections';
import { choiceKey, type ModelChoice } from './model-choice';
import { endpointSections, offlineSection } from './model-sections';
import type { Models } from './models';
import { pickerItems, type PickerItem, type PickerTarget } from './picker-items';

/** What the person chose in the picker; undefined when it was closed. */
export type PickerOutcome = Exclude<PickerTarget, { type: 'typed' }> | undefined;

const refreshButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('refresh'),
  tooltip: t('Refresh Lists'),
};
const addButton: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('add'), tooltip: t('Add Endpoint…') };

export interface ModelPickerOptions {
  readonly endpoints: readonly Endpoint[];
  readonly models: Models;
  readonly title: string;
  /** What the person is to do where there are endpoints. */
  readonly placeholder: string;
  readonly current: ModelChoice | undefined;
  /** Leaves out models that are known to be of no use here. */
  readonly accepts?: (capabilities: ModelCapabilities) => boolean;
}

/** Lets the person choose a model. Opens at once with the last lists; servers whose list is old are asked meanwhile. */
export async function pickModel(options: ModelPickerOptions): Promise<PickerOutcome> {
  const picker = new ModelPicker(options);
  try {
    return await picker.outcome;
  } finally {
    picker.dispose();
  }
}

class ModelPicker {
  readonly #options: ModelPickerOptions;
  readonly #resources = new DisposableStore();
  readonly #input = this.#resources.add(vscode.window.createQuickPick<PickerItem>());
  readonly #abort = new AbortController();
  readonly #lists = new Map<string, StoredList>();
  readonly #failures = new Map<string, FailureReason>();
  readonly #outcome = Promise.withResolvers<PickerOutcome>();
  #asking = 0;
  /** Whether the lines for a typed name are there. */
  #offersTyped = false;

  constructor(options: ModelPickerOptions) {
    this.#options = options;
    const input = this.#input;
    input.title = options.title;
    input.placeholder = options.placeholder;
    input.ignoreFocusOut = true;
    input.matchOnDescription = true;
    input.matchOnDetail = true;
    // Items that come later must not move the list under the pointer.
    input.keepScrollPosition = true;
    input.buttons = options.endpoints.length === 0 ? [addButton] : [refreshButton, addButton];
    this.#listen();
    this.#show();
    input.show();
    this.#run(this.#open());
    this.#run(this.#listLanguageModels());
  }

  get outcome(): Promise<PickerOutcome> {
    return this.#outcome.promise;
  }

  dispose(): void {
    this.#abort.abort(new Error('The picker was closed.'));
    this.#resources.dispose();
  }

  #listen(): void {
    const input = this.#input;
    const { models } = this.#options;
    this.#resources.add(input.onDidHide(() => this.#outcome.resolve(undefined)));
    this.#resources.add(
      input.onDidChangeValue(() => {
        if (this.#isTyped !== this.#offersTyped) {
          this.#show();
        }
      }),
    );
    this.#resources.add(input.onDidAccept(() => this.#accept(input.selectedItems[0]?.target)));
    this.#resources.add(
      input.onDidTriggerButton((button) =>
        button === addButton
          ? this.#outcome.resolve({ type: 'addEndpoint' })
          : this.#run(Promise.all([this.#ask(this.#options.endpoints), this.#listLanguageModels()])),
      ),
    );
    this.#resources.add(
      input.onDidTriggerItemButton(({ item: { target } }) => {
        if (target?.type === 'choice') {
          this.#run(models.shelf.togglePin(target.choice).then(() => this.#show()));
        }
      }),
    );
  }

  #accept(target: PickerTarget | undefined): void {
    if (target?.type !== 'typed') {
      // A line that only tells something leads nowhere.
      return target && this.#outcome.resolve(target);
    }
    const model = this.#input.value.trim();
    if (model !== '') {
      this.#outcome.resolve({ type: 'choice', choice: { type: 'endpoint', endpoint: target.endpoint, model } });
    }
  }

  async #open(): Promise<void> {
    const { endpoints, models } = this.#options;
    await Promise.all(
      endpoints.map(async (endpoint) => {
        const list = await models.lastList(endpoint);
        if (list) {
          this.#lists.set(endpoint.name, list);
        }
      }),
    );
    this.#show();
    await this.#ask(
      endpoints.filter(({ name }) => {
        const list = this.#lists.get(name);
        return !list || isStale(list);
      }),
    );
  }

  async #listLanguageModels(): Promise<void> {
    await this.#options.models.languageModels.list();
    if (!this.#abort.signal.aborted) {
      this.#show();
    }
  }

  /** Asks servers for their models, all at the same time. */
  async #ask(endpoints: readonly Endpoint[]): Promise<void> {
    this.#asking += endpoints.length;
    this.#input.busy = this.#asking > 0;
    await Promise.all(
      endpoints.map(async (endpoint) => {
        const { name } = endpoint;
        try {
          const models = await this.#options.models.list(endpoint, this.#abort.signal);
          this.#lists.set(name, { listedAt: Date.now(), models });
          this.#failures.delete(name);
        } catch (error) {
          if (this.#abort.signal.aborted) {
            return;
          }
          this.#failures.set(name, failureReason(error));
        }
        this.#asking--;
        this.#input.busy = this.#asking > 0;
        this.#show();
      }),
    );
  }

  get #isTyped(): boolean {
    return this.#input.value.trim() !== '';
  }

  /** Shows what is known now; the line that was active stays so. */
  #show(): void {
    const { endpoints, models, current, accepts = () => true } = this.#options;
    const sections = [
      ...endpointSections(endpoints, { models, lists: this.#lists, failures: this.#failures }),
      ...languageModelSections(models.languageModels.listed),
      offlineSection,
    ];
    const rows = modelRows<ModelChoice>({
      sections: sections.map((section) => ({
        ...section,
        entries: section.entries.filter(({ capabilities }) => accepts(capabilities)),
      })),
      current: current && choiceKey(current),
      pinned: models.shelf.pinned.map(choiceKey),
      recent: models.shelf.recent.map(choiceKey),
    });
    const input = this.#input;
    // With the first letter others match: what was active before need not be among them.
    const active = this.#isTyped === this.#offersTyped ? input.activeItems[0]?.target : undefined;
    this.#offersTyped = this.#isTyped;
    input.items = pickerItems(rows, this.#offersTyped ? endpoints : []);
    const choices = input.items.filter(({ target }) => target !== undefined);
    const again = choices.find(({ target }) => target !== undefined && active !== undefined && isSame(target, active));
    // Enter must lead somewhere, also where the items came after the text that they are searched for.
    const typed = input.value.trim().toLowerCase();
    const first = again ?? choices.find(({ label }) => label.toLowerCase().includes(typed));
    if (first) {
      input.activeItems = [first];
    }
  }

  #run(work: Promise<unknown>): void {
    work.catch((error: unknown) => (this.#abort.signal.aborted ? undefined : this.#outcome.reject(error)));
  }
}

function isSame(one: PickerTarget, other: PickerTarget): boolean {
  return one.type === 'choice' && other.type === 'choice'
    ? choiceKey(one.choice) === choiceKey(other.choice)
    : JSON.stringify(one) === JSON.stringify(other);
}
