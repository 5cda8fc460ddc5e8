import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { NewAttachment } from '../../attachments/new-attachment';
import type { TrayItem } from '../../shared/attachment/tray-item';
import { attachByCommand } from '../attachments/attach-outcome';
import { documentAttachment } from '../attachments/document-attachment';
import { commandIds, type CommandId } from '../commands/command-ids';
import type { CompletionChoice } from './completion-choice';
import { inCode } from './file-choice';

/** What is attached already, what is selected in the editor, and what else of VS Code can be attached. */
export function sourceChoices(
  tray: readonly TrayItem[],
  attach: (files: readonly NewAttachment[]) => void,
): readonly CompletionChoice[] {
  return [...tray.map(trayChoice), ...selectionChoices(attach), ...commandChoices()];
}

/** Those of which every typed word is a part of the name. */
export function matching(choices: readonly CompletionChoice[], query: string): readonly CompletionChoice[] {
  const words = query.toLowerCase().split(/\s+/);
  return choices.filter(({ label, detail = '' }) => {
    const text = `${label} ${detail}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function trayChoice({ id, name }: TrayItem): CompletionChoice {
  return { key: `tray:${id}`, icon: 'attach', label: name, detail: t('Attached'), insert: inCode(name) };
}

function selectionChoices(attach: (files: readonly NewAttachment[]) => void): readonly CompletionChoice[] {
  // While a panel that is a tab has the focus, no editor is the active one.
  const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
  const ranges = editor?.selections.filter((selection) => !selection.isEmpty) ?? [];
  const [first] = ranges;
  if (!editor || !first) {
    return [];
  }
  const { document } = editor;
  const files = ranges.map((range) => documentAttachment(document, range));
  const place = `${vscode.workspace.asRelativePath(document.uri)}:${lineRange(files[0]?.lines)}`;
  return [
    {
      key: 'selection',
      icon: 'insert',
      label: t('Selection'),
      detail: place,
      insert: inCode(place),
      choose: () => Promise.resolve(void attach(ranges.map((range) => documentAttachment(document, range)))),
    },
  ];
}

function lineRange(lines: NewAttachment['lines']): string {
  if (!lines) {
    return '';
  }
  return lines.first === lines.last ? String(lines.first) : `${lines.first}-${lines.last}`;
}

interface Source {
  readonly command: CommandId;
  readonly icon: CompletionChoice['icon'];
  readonly label: string;
  readonly detail: string;
  /** As the question names it. */
  readonly insert: string;
}

function commandChoices(): readonly CompletionChoice[] {
  return sources().map(({ command, ...choice }) => ({
    ...choice,
    key: command,
    choose: () => attachByCommand(command),
  }));
}

function sources(): readonly Source[] {
  return [
    {
      command: commandIds.askAboutProblems,
      icon: 'warning',
      label: t('Problems'),
      detail: t('What the Problems view lists'),
      insert: t('the problems'),
    },
    {
      command: commandIds.askAboutChanges,
      icon: 'edit',
      label: t('Changes'),
      detail: t('What Git sees since the last commit'),
      insert: t('the changes'),
    },
    {
      command: commandIds.askAboutTerminalSelection,
      icon: 'insert',
      label: t('Terminal selection'),
      detail: t('What is selected in the terminal'),
      insert: t('the terminal selection'),
    },
    {
      command: commandIds.askAboutScreenshot,
      icon: 'camera',
      label: t('Screenshot'),
      detail: t('Of a screen, a window or a region'),
      insert: t('the screenshot'),
    },
    {
      command: commandIds.askAboutClipboardImage,
      icon: 'picture',
      label: t('Picture on the clipboard'),
      detail: t('What was copied last'),
      insert: t('the picture'),
    },
    {
      command: commandIds.askAboutFolder,
      icon: 'pages',
      label: t('Folder'),
      detail: t('Files that you choose from it'),
      insert: t('the folder'),
    },
    {
      command: commandIds.attachFromUrl,
      icon: 'link',
      label: t('From URL'),
      detail: t('What is at an address'),
      insert: t('the linked file'),
    },
  ];
}
