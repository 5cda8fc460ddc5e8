import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { UsageHostMessage, UsagePageMessage } from '../../shared/usage-report';
import { localDay } from '../../usage/local-day';
import { createReport } from '../../usage/usage-report';
import type { Disposable } from '../../util/disposable';
import { messageOf } from '../../util/message-of';
import { logUnexpected } from '../log';
import { loadPage } from '../webview-page';
import { askAndClearUsage } from './clear-usage';
import { exportUsage } from './export-usage';
import { isUsagePageMessage } from './is-usage-page-message';
import { monthlyBudget, openBudgetSetting } from './monthly-budget';
import { chatTitles, type UsageServices } from './usage-services';

export const usagePageType = 'iris.usage';

const title = t('Iris Usage');

/** The one tab that shows what requests have used. Follows the ledger while it is visible. */
export class UsagePage implements vscode.WebviewPanelSerializer, Disposable {
  readonly #services: UsageServices;
  readonly #subscriptions: readonly Disposable[];
  #tab: vscode.WebviewPanel | undefined;
  /** A report is being made. */
  #updating = false;
  /** Something has changed since the report was begun. */
  #isStale = false;

  constructor(services: UsageServices) {
    this.#services = services;
    this.#subscriptions = [
      services.ledger.onDidChange(() => this.#update()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('iris.monthlyBudget')) {
          this.#update();
        }
      }),
    ];
  }

  show(): void {
    if (this.#tab) {
      this.#tab.reveal();
    } else {
      this.#adopt(vscode.window.createWebviewPanel(usagePageType, title, vscode.ViewColumn.Active));
    }
  }

  deserializeWebviewPanel(tab: vscode.WebviewPanel): Promise<void> {
    this.#tab?.dispose();
    this.#adopt(tab);
    return Promise.resolve();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) {
      subscription.dispose();
    }
    this.#tab?.dispose();
  }

  #adopt(tab: vscode.WebviewPanel): void {
    const { extensionUri } = this.#services;
    this.#tab = tab;
    const icon = (name: string) => vscode.Uri.joinPath(extensionUri, 'media', 'static', 'icons', name);
    tab.iconPath = { light: icon('ask-light.svg'), dark: icon('ask-dark.svg') };
    tab.onDidDispose(() => {
      if (this.#tab === tab) {
        this.#tab = undefined;
      }
    });
    // Other windows write too: what they did meanwhile is read when this one comes back into view.
    tab.onDidChangeViewState(() => this.#update());
    tab.webview.onDidReceiveMessage((message: unknown) => {
      if (isUsagePageMessage(message)) {
        this.#take(message).catch((error: unknown) => this.#explain(error));
      }
    });
    loadPage(tab.webview, { extensionUri, bundle: 'usage', title });
  }

  async #take({ type }: UsagePageMessage): Promise<void> {
    switch (type) {
      case 'ready':
        this.#update();
        break;
      case 'exportRequested':
        await exportUsage(this.#services);
        break;
      case 'clearRequested':
        await askAndClearUsage(this.#services.ledger);
        break;
      case 'budgetOpened':
        await openBudgetSetting();
        break;
    }
  }

  #update(): void {
    this.#isStale = true;
    if (!this.#updating) {
      this.#updating = true;
      this.#postReports()
        .catch((error: unknown) => this.#explain(error))
        .finally(() => (this.#updating = false));
    }
  }

  async #postReports(): Promise<void> {
    while (this.#isStale && this.#tab?.visible) {
      this.#isStale = false;
      const entries = await this.#services.ledger.entries();
      const titles = await chatTitles(this.#services);
      const report = createReport({ entries, titles, today: localDay(Date.now()), budget: monthlyBudget() });
      await this.#tab?.webview.postMessage({ type: 'usageShown', report } satisfies UsageHostMessage);
    }
  }

  #explain(error: unknown): void {
    logUnexpected(this.#services.log, error);
    void vscode.window.showErrorMessage(t('Usage could not be shown, exported or cleared. {0}', messageOf(error)));
  }
}
