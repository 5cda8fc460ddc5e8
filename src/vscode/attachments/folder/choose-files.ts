import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ListedFile } from '../../../features/attach-folder/walk-folder';
import { formatTokens } from '../../../features/model-list/format-tokens';
import { language } from '../../../shared/language';
import { DisposableStore } from '../../../util/disposable';

/** OpenAI's rule of thumb; see model/observe/estimate-usage.ts. */
const bytesPerToken = 4;
/** Files that are picked without being asked for. */
const maxPicked = 100;

interface FileItem extends vscode.QuickPickItem {
  readonly file: ListedFile;
}

export interface ChooseFilesOptions {
  readonly folder: string;
  /** Path of the folder among those of the files. */
  readonly start: string;
  readonly files: readonly ListedFile[];
  readonly leftOut: string | undefined;
}

/** A list with a box for each file; the title adds up what is ticked. None when the person cancels. */
export async function chooseFiles({
  folder,
  start,
  files,
  leftOut,
}: ChooseFilesOptions): Promise<readonly ListedFile[]> {
  const resources = new DisposableStore();
  const input = resources.add(vscode.window.createQuickPick<FileItem>());
  input.canSelectMany = true;
  input.ignoreFocusOut = true;
  input.matchOnDescription = true;
  input.placeholder = leftOut ?? t('Choose what to attach. Nothing is sent before you ask.');
  input.items = files.map((file) => ({
    file,
    label: start === '' ? file.path : file.path.slice(start.length + 1),
    description: describe(file),
  }));
  input.selectedItems = input.items.slice(0, maxPicked);
  const showTotal = (): void => {
    input.title = t('Iris: Ask About {0} ({1})', folder, total(input.selectedItems, files.length));
  };
  showTotal();
  try {
    return await new Promise((resolve) => {
      resources.add(input.onDidChangeSelection(showTotal));
      resources.add(input.onDidAccept(() => resolve(input.selectedItems.map(({ file }) => file))));
      resources.add(input.onDidHide(() => resolve([])));
      input.show();
    });
  } finally {
    resources.dispose();
  }
}

function describe({ size, kind }: ListedFile): string {
  return kind === 'text'
    ? t('{0}, about {1} tokens', formatSize(size), formatTokens(tokensOf(size)))
    : formatSize(size);
}

/** As in "3 of 4 files, 12 KB, about 3K tokens of text". */
function total(items: readonly FileItem[], count: number): string {
  const bytes = items.reduce((sum, { file }) => sum + file.size, 0);
  const text = items.reduce((sum, { file }) => sum + (file.kind === 'text' ? file.size : 0), 0);
  return t(
    '{0} of {1} files, {2}, about {3} tokens of text',
    items.length,
    count,
    formatSize(bytes),
    formatTokens(tokensOf(text)),
  );
}

function tokensOf(bytes: number): number {
  return Math.ceil(bytes / bytesPerToken);
}

const oneDecimal = new Intl.NumberFormat(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function formatSize(bytes: number): string {
  return bytes < 1024 * 1024
    ? t('{0} KB', Math.ceil(bytes / 1024))
    : t('{0} MB', oneDecimal.format(bytes / 1024 / 1024));
}
