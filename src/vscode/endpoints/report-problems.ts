import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Disposable } from '../../util/disposable';
import type { EndpointSettings } from './endpoint-settings';

/** Says once for each new problem what is wrong with the endpoints in the settings, and opens them on request. */
export function reportProblems(endpoints: EndpointSettings): Disposable {
  let reported = '';
  const report = (): void => {
    const problems = endpoints.problems.join(' ');
    if (problems !== '' && problems !== reported) {
      void show(problems);
    }
    reported = problems;
  };
  report();
  return endpoints.onDidChange(report);
}

async function show(problems: string): Promise<void> {
  const openSettings = t('Open Settings');
  const choice = await vscode.window.showWarningMessage(t('Iris endpoints: {0}', problems), openSettings);
  if (choice === openSettings) {
    await vscode.commands.executeCommand('workbench.action.openSettingsJson', {
      revealSetting: { key: 'iris.endpoints' },
    });
  }
}
