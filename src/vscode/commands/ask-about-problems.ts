import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { formatProblems, type Problem } from '../../features/attach-problems/format-problems';
import { attached, cancelled, nothing } from '../attachments/attach-outcome';
import type { Panels } from '../panel/panels';
import { activeResource } from './active-resource';
import { attachCommand } from './attach-command';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Attaches what the Problems view lists: of the active file, or of the whole workspace where the person wants that. */
export function askAboutProblems(panels: Pick<Panels, 'attach'>): Command {
  return attachCommand(commandIds.askAboutProblems, async () => {
    const all = vscode.languages.getDiagnostics().filter(([, found]) => found.length > 0);
    if (all.length === 0) {
      return nothing(
        t('The Problems view lists nothing. Open the file in question so that its problems are found, then ask again.'),
      );
    }
    const scope = await chooseScope(all);
    if (!scope) {
      return cancelled;
    }
    const problems = (await Promise.all(scope.problems.map(problemsOf))).flat();
    await panels.attach([{ name: scope.name, bytes: Buffer.from(formatProblems(problems)), languageId: 'plaintext' }]);
    return attached;
  });
}

type FileProblems = readonly [uri: vscode.Uri, found: readonly vscode.Diagnostic[]];

interface Scope extends vscode.QuickPickItem {
  readonly name: string;
  readonly problems: readonly FileProblems[];
}

async function chooseScope(all: readonly FileProblems[]): Promise<Scope | undefined> {
  const active = activeResource()?.toString();
  const ofActive = all.filter(([uri]) => uri.toString() === active);
  const whole: Scope = {
    label: t('All Files'),
    description: t('{0} in {1} files', count(all), all.length),
    name: t('Problems'),
    problems: all,
  };
  const [first] = ofActive;
  if (!first || all.length === 1) {
    return whole;
  }
  const file = vscode.workspace.asRelativePath(first[0]);
  const one: Scope = {
    label: file,
    description: count(ofActive),
    name: t('Problems of {0}', file),
    problems: ofActive,
  };
  return await vscode.window.showQuickPick([one, whole], {
    title: t('Iris: Ask About Problems'),
    placeHolder: t('Which problems?'),
  });
}

function count(problems: readonly FileProblems[]): string {
  const sum = problems.reduce((total, [, found]) => total + found.length, 0);
  return sum === 1 ? t('1 problem') : t('{0} problems', sum);
}

async function problemsOf([uri, found]: FileProblems): Promise<readonly Problem[]> {
  const lines = await linesOf(uri);
  return found.map(({ range, severity, message, source, code }) => {
    const number = typeof code === 'object' ? code.value : code;
    const rule = `${source ?? ''}${number === undefined ? '' : `(${number})`}`;
    const line = lines[range.start.line];
    return {
      file: vscode.workspace.asRelativePath(uri),
      line: range.start.line + 1,
      column: range.start.character + 1,
      severity: severities[severity],
      message,
      ...(rule !== '' && { rule }),
      ...(line !== undefined && { code: line }),
    };
  });
}

const severities = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'information',
  [vscode.DiagnosticSeverity.Hint]: 'hint',
} as const;

/** None where the file can't be read as text: its problems are listed without their lines. */
async function linesOf(uri: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText().split(/\r?\n/);
  } catch {
    return [];
  }
}
