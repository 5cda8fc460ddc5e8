import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { budgetLevel, formatBudget } from '../../usage/budget';
import { localDay, monthOf } from '../../usage/local-day';
import type { UsageLedger } from '../../usage/usage-ledger';
import { sumUsage } from '../../usage/usage-sums';
import type { Disposable } from '../../util/disposable';
import { commandIds } from '../commands/command-ids';
import { logUnexpected } from '../log';
import { monthlyBudget, openBudgetSetting } from './monthly-budget';

/** What was said last; a warning is given once for a month, a budget and a level. */
interface Warned {
  readonly month: string;
  readonly budget: number;
  readonly level: string;
}

const warnedKey = 'iris.budgetWarned';

/** Warns when a request has brought the month's money near to the budget, and again when it is used up. */
export function warnOfBudget(options: {
  readonly ledger: UsageLedger;
  readonly memento: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
}): Disposable {
  const { ledger, memento, log } = options;
  return ledger.onDidChange(() => {
    warn(ledger, memento).catch((error: unknown) => logUnexpected(log, error));
  });
}

async function warn(ledger: UsageLedger, memento: vscode.Memento): Promise<void> {
  const budget = monthlyBudget();
  if (budget === undefined) {
    return;
  }
  const month = monthOf(localDay(Date.now()));
  const { dollars: spent } = sumUsage(await ledger.month(month));
  const level = budgetLevel(budget, spent);
  const warned = memento.get<Warned>(warnedKey);
  if (level === 'within') {
    if (warned) {
      // After usage was cleared, the same budget may be reached again.
      await memento.update(warnedKey, undefined);
    }
    return;
  }
  const isNew = warned?.month !== month || warned.budget !== budget || warned.level !== level;
  if (spent === 0 || !isNew) {
    return;
  }
  await memento.update(warnedKey, { month, budget, level } satisfies Warned);
  const [showUsage, openSettings] = [t('Show Usage'), t('Open Settings')];
  const choice = await vscode.window.showWarningMessage(sentences[level](budget, spent), showUsage, openSettings);
  if (choice === showUsage) {
    await vscode.commands.executeCommand(commandIds.showUsage);
  } else if (choice === openSettings) {
    await openBudgetSetting();
  }
}

const sentences = {
  nearlyReached: (budget: number, spent: number) =>
    t(
      "Iris: {0} of this month's budget of {1} are used. At {1}, models that cost money stop answering.",
      formatBudget(spent),
      formatBudget(budget),
    ),
  reached: (budget: number) =>
    t(
      "Iris: this month's budget of {0} is used up. Models that cost money answer no more until you raise it or the month ends; free ones still do.",
      formatBudget(budget),
    ),
} as const;
