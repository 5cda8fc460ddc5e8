import { isDeepStrictEqual } from 'node:util';
import { checkOptions } from '../../attachments/check-options';
import type { Tray } from '../../attachments/tray';
import type { AskedNext } from '../../features/tray-warnings/excess';
import { remedyEffect, trayWarnings } from '../../features/tray-warnings/tray-warnings';
import type { TrayWarning } from '../../shared/attachment/tray-warning';
import type { HostMessage, PanelMessage } from '../../shared/protocol';
import { DisposableStore, type Disposable } from '../../util/disposable';
import type { Models } from '../models/models';
import type { DraftMemory } from './draft-memory';
import type { PanelServices } from './panel-services';
import type { ShownConversation } from './shown-conversation';

/** What the page says about limits that what is attached comes near to. */
export type WarningMessage = Extract<PanelMessage, { type: 'remedyTaken' }>;

export interface PanelWarningsOptions {
  readonly tray: Tray;
  readonly shown: Pick<ShownConversation, 'get'>;
  readonly memory: Pick<DraftMemory, 'draft'>;
  readonly models: Pick<Models, 'target' | 'onDidChange'>;
  readonly services: Pick<PanelServices, 'dollarsLeft' | 'runAction'>;
  readonly post: (message: HostMessage) => void;
  /** Tells the person what fails. */
  readonly run: (task: () => Promise<void>) => void;
}

/** Warns in one panel before a limit of the model is crossed, and does what is chosen against it. */
export class PanelWarnings implements Disposable {
  readonly #options: PanelWarningsOptions;
  readonly #resources = new DisposableStore();
  #warnings: readonly TrayWarning[] = [];
  /** Asked for when the first attachment comes: the ledger is a file. */
  #dollarsLeft: Promise<number | undefined> | undefined;
  #isUpdating = false;

  constructor(options: PanelWarningsOptions) {
    this.#options = options;
    this.#resources.add(options.tray.onChange(() => this.update()));
    this.#resources.add(options.models.onDidChange(() => this.update()));
  }

  get warnings(): readonly TrayWarning[] {
    return this.#warnings;
  }

  /** What is typed, attached or chosen is other than before. */
  update(): void {
    const { tray, run } = this.#options;
    if (tray.items.length === 0) {
      this.#dollarsLeft = undefined;
      this.#tell([]);
    } else if (!this.#isUpdating) {
      this.#isUpdating = true;
      run(async () => {
        try {
          const asked = await this.#asked();
          this.#tell(trayWarnings(asked));
        } finally {
          this.#isUpdating = false;
        }
      });
    }
  }

  async handle({ limit, remedy }: WarningMessage): Promise<void> {
    const { tray, services } = this.#options;
    const effect = remedyEffect(await this.#asked(), limit, remedy);
    switch (effect?.type) {
      case 'otherModel':
        await services.runAction('selectModel');
        return;
      case 'remove':
        return tray.remove(effect.id);
      case 'options':
        for (const { id, options } of effect.changes) {
          const attachment = tray.attachment(id);
          const checked = attachment && checkOptions(attachment, options);
          if (checked?.status === 'valid') {
            tray.setOptions(id, checked.options);
          }
        }
        return;
      case undefined:
        // It was settled meanwhile.
        return;
    }
  }

  dispose(): void {
    this.#resources.dispose();
  }

  async #asked(): Promise<AskedNext> {
    const { tray, shown, memory, models } = this.#options;
    this.#dollarsLeft ??= this.#readDollarsLeft();
    const left = await this.#dollarsLeft;
    const { parameters, systemPrompt = '' } = (await shown.get()).state;
    return {
      // As it is now: much may have come while that was asked.
      attached: tray.items.filter((item) => item.status === 'ready'),
      textBytes: Buffer.byteLength(memory.draft.text) + Buffer.byteLength(systemPrompt),
      target: models.target,
      ...(parameters && { parameters }),
      ...(left !== undefined && { dollarsLeft: left }),
    };
  }

  /** What keeps the ledger from being read is told once, not with each key that is typed; the other limits hold without it. */
  async #readDollarsLeft(): Promise<number | undefined> {
    const { services, run } = this.#options;
    const reading = services.dollarsLeft();
    run(async () => void (await reading));
    return await reading.catch(() => undefined);
  }

  #tell(warnings: readonly TrayWarning[]): void {
    if (!isDeepStrictEqual(warnings, this.#warnings)) {
      this.#warnings = warnings;
      this.#options.post({ type: 'trayWarningsChanged', warnings });
    }
  }
}
