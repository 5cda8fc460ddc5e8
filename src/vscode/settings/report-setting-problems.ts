import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Disposable } from '../../util/disposable';
import { settingProblems } from './setting-problems';

/** Says once for each new problem what is wrong with a setting and what holds instead, and opens it on request. */
export function reportSettingProblems(show = showProblem): Disposable {
  let reported: ReadonlyMap<string, string> = new Map();
  const report = (): void => {
    const problems = settingProblems();
    for (const [key, problem] of problems) {
      if (reported.get(key) !== problem) {
        void show(key, problem);
      }
    }
    reported = problems;
  };
  report();
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('iris')) {
      report();
    }
  });
}

async function showProblem(key: string, problem: string): Promise<void> {
  const openSettings = t('Open Settings');
  if ((await vscode.window.showWarningMessage(problem, openSettings)) === openSettings) {
    await vscode.commands.executeCommand('workbench.action.openSettingsJson', { revealSetting: { key } });
  }
}
