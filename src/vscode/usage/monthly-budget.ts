import * as vscode from 'vscode';

/** US dollars for a month, in the person's own settings; undefined when there is none, or no amount. */
export function monthlyBudget(): number | undefined {
  const value = vscode.workspace.getConfiguration('iris').inspect<unknown>('monthlyBudget')?.globalValue;
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** Opens the settings editor at the budget. */
export async function openBudgetSetting(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', '@id:iris.monthlyBudget');
}
