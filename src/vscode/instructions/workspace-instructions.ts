import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Instructions } from '../../conversation/system-message';
import type { WorkspaceInstructions as InstructionsView } from '../../shared/protocol';
import { DisposableStore, type Disposable } from '../../util/disposable';
import { Emitter, type Event } from '../../util/emitter';
import { exists } from '../workspace/exists';
import { readWorkspaceText, type WorkspaceText } from '../workspace/read-workspace-text';
import { openInstructions } from './open-instructions';

/** Where instructions are, from each workspace folder. */
const instructionsPath = '.iris/instructions.md';

const maxBytes = 64 * 1024;

export type WorkspaceAccess = Pick<
  typeof vscode.workspace,
  'workspaceFolders' | 'isTrusted' | 'onDidChangeWorkspaceFolders' | 'onDidGrantWorkspaceTrust'
>;

/** The file of one workspace folder. */
interface InstructionsFile {
  readonly uri: vscode.Uri;
  /** As people call it. */
  readonly path: string;
  /** Why it is not in force, as a sentence. */
  readonly problem?: string;
  readonly instructions: Instructions;
}

/**
 * What a workspace tells the model before every question. Nothing is read or watched before it is asked for; what is in
 * force is read anew for each question.
 */
export class WorkspaceInstructions implements Disposable {
  readonly #workspace: WorkspaceAccess;
  readonly #changes = new Emitter<void>();
  readonly #subscriptions = new DisposableStore();
  #watchers: DisposableStore | undefined;
  #files: readonly InstructionsFile[] = [];
  #lastRead = 0;

  constructor(workspace: WorkspaceAccess = vscode.workspace) {
    this.#workspace = workspace;
  }

  /** Fired when `view` may have changed. */
  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  /** What was found last; undefined where there are no instructions. */
  get view(): InstructionsView | undefined {
    this.#start();
    const files = this.#files;
    const problem = files.flatMap((file) => file.problem ?? []).join(' ');
    return files.length === 0
      ? undefined
      : { path: files.map(({ path }) => path).join(', '), ...(problem !== '' && { problem }) };
  }

  /** Those in force now, in the order of the workspace folders. Never throws. */
  async inForce(): Promise<readonly Instructions[]> {
    this.#start();
    const files = await this.#refresh();
    return files.flatMap(({ problem, instructions }) => (problem === undefined ? [instructions] : []));
  }

  /** Opens the file; where there is none, offers to create it. */
  async open(): Promise<void> {
    const files = await this.#refresh();
    const { workspaceFolders = [], isTrusted } = this.#workspace;
    await openInstructions({ files, folders: workspaceFolders, isTrusted, path: instructionsPath });
  }

  dispose(): void {
    this.#watchers?.dispose();
    this.#subscriptions.dispose();
    this.#changes.dispose();
  }

  #start(): void {
    if (this.#watchers) {
      return;
    }
    this.#watch();
    this.#subscriptions.add(this.#workspace.onDidChangeWorkspaceFolders(() => this.#watch()));
    this.#subscriptions.add(this.#workspace.onDidGrantWorkspaceTrust(() => void this.#refresh()));
  }

  #watch(): void {
    this.#watchers?.dispose();
    this.#watchers = new DisposableStore();
    for (const folder of this.#workspace.workspaceFolders ?? []) {
      // A folder that is removed takes its files with it unsaid.
      const pattern = new vscode.RelativePattern(folder, '{.iris,.iris/instructions.md}');
      const watcher = this.#watchers.add(vscode.workspace.createFileSystemWatcher(pattern));
      for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) {
        this.#watchers.add(event(() => void this.#refresh()));
      }
    }
    void this.#refresh();
  }

  /** Resolves to what it found; of readings that overlap, the last one to begin is kept. */
  async #refresh(): Promise<readonly InstructionsFile[]> {
    const number = ++this.#lastRead;
    const { workspaceFolders = [] } = this.#workspace;
    const isOneOfMany = workspaceFolders.length > 1;
    const found = await Promise.all(workspaceFolders.map((folder) => this.#find(folder, isOneOfMany)));
    const files = found.flatMap((file) => file ?? []);
    if (number === this.#lastRead) {
      this.#files = files;
      this.#changes.fire();
    }
    return files;
  }

  async #find(
    { uri: folder, name }: vscode.WorkspaceFolder,
    isOneOfMany: boolean,
  ): Promise<InstructionsFile | undefined> {
    const path = isOneOfMany ? `${name}/${instructionsPath}` : instructionsPath;
    const found = await this.#read(folder);
    if (found.status === 'missing' || (found.status === 'read' && found.text.trim() === '')) {
      return undefined;
    }
    const text = found.status === 'read' ? found.text : '';
    return {
      uri: vscode.Uri.joinPath(folder, instructionsPath),
      path,
      ...(found.status === 'unreadable' && { problem: t('{0} is not sent: it {1}.', path, found.problem) }),
      instructions: isOneOfMany
        ? { origin: `the workspace folder "${name}" (${instructionsPath})`, text, isPartial: true }
        : { origin: `the workspace (${instructionsPath})`, text },
    };
  }

  async #read(folder: vscode.Uri): Promise<WorkspaceText> {
    if (this.#workspace.isTrusted) {
      return await readWorkspaceText({ folder, path: instructionsPath, maxBytes });
    }
    return (await exists(vscode.Uri.joinPath(folder, instructionsPath)))
      ? { status: 'unreadable', problem: t('belongs to a workspace that you do not trust') }
      : { status: 'missing' };
  }
}
