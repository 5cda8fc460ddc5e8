import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Server } from '../../workbench/serve.mjs';
import { openBrowser } from '../../workbench/shared-browser.mjs';
import { Evidence } from './evidence';
import { Explorer } from './explorer';
import { setSideBarWidth } from './layout';
import { Notifications } from './notifications';
import type { PanelPlace } from './panel';
import { panelElement, panelFrame } from './panel';
import { QuickInput } from './quick-input';
import { SettingsEditor } from './settings-editor';
import { startEditorServer } from './editor-server';
import { TextEditor } from './text-editor';
import type { ThemeName } from './themes';
import { themes } from './themes';
import { until } from './until';
import type { Settings } from './user-settings';
import { quietSettings } from './user-settings';
import type { Files } from './workspace-copy';
import { copyWorkspace, makeTemporaryFolder } from './workspace-copy';

/** How long a wait may take. A busy machine needs it; a test that passes does not. */
const waitMs = 60_000;

export interface WorkbenchOptions {
  /** Folder of the repository that is copied and opened, such as `demo`; an empty one when left out. */
  readonly workspace?: string;
  /** Files that are added to the copy. */
  readonly files?: Files;
  /** User settings beside the quiet ones. */
  readonly settings?: Settings;
  /** Environment of the extension host; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Folders of extensions that are installed beside Iris, relative to the repository. */
  readonly companions?: readonly string[];
  /** Whether the workspace starts untrusted. */
  readonly askForTrust?: boolean;
  /** Display language of VS Code, such as `de`, as far as Iris has texts in it; English when left out. */
  readonly language?: string;
  /** Size of the window in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/**
 * A real VS Code with Iris installed, as a person has it before them: a server with a profile of its own, a copy
 * of a workspace, and a page of the shared browser.
 */
export class Workbench {
  readonly page: Page;
  /** The open workspace folder, absolute. */
  readonly folder: string;
  readonly quickInput: QuickInput;
  readonly explorer: Explorer;
  readonly notifications: Notifications;
  readonly editor: TextEditor;
  readonly settings: SettingsEditor;
  readonly #dataFolder: string;
  readonly #temporary: string;
  readonly #evidence: Evidence;
  readonly #server: Server;

  private constructor(parts: { page: Page; server: Server; temporary: string; folder: string; dataFolder: string }) {
    this.page = parts.page;
    this.folder = parts.folder;
    this.quickInput = new QuickInput(parts.page);
    this.explorer = new Explorer(parts.page);
    this.notifications = new Notifications(parts.page);
    this.editor = new TextEditor(parts.page);
    this.settings = new SettingsEditor({ ...parts, quickInput: this.quickInput, editor: this.editor });
    this.#server = parts.server;
    this.#dataFolder = parts.dataFolder;
    this.#temporary = parts.temporary;
    this.#evidence = new Evidence(parts.page);
  }

  /** Starts VS Code and waits until Iris is in its activity bar. */
  static async start(options: WorkbenchOptions = {}): Promise<Workbench> {
    const temporary = await makeTemporaryFolder();
    const dataFolder = path.join(temporary, 'profile');
    const [folder, server, browser] = await Promise.all([
      copyWorkspace({ from: options.workspace, files: options.files ?? {}, into: temporary }),
      startEditorServer({
        dataFolder,
        settings: { ...quietSettings, ...options.settings },
        askForTrust: options.askForTrust ?? false,
        companions: (options.companions ?? []).map((folder) => path.resolve(folder)),
        env: options.env ?? {},
        ...(options.language !== undefined && { language: options.language }),
      }),
      openBrowser(),
    ]);
    const context = await browser.newContext({
      viewport: options.size ?? { width: 1280, height: 800 },
      locale: 'en-US',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(waitMs);
    const workbench = new Workbench({ page: await context.newPage(), server, temporary, folder, dataFolder });
    await workbench.page.goto(server.address({ folder }), { waitUntil: 'commit' });
    await workbench.#waitUntilReady();
    return workbench;
  }

  /** The profile: settings, state, storage and logs. */
  get dataFolder(): string {
    return this.#dataFolder;
  }

  /** Ends the window and the server and removes everything that they wrote. */
  async stop(): Promise<void> {
    await this.page.context().close();
    await this.#server.stop();
    await rm(this.#temporary, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Runs a command from the palette by the title that it has there, such as `Iris: New Chat`. */
  async runCommand(title: string): Promise<void> {
    await this.quickInput.runCommand(title);
  }

  /** Opens the Iris view as a click on its icon does, and waits for its composer. */
  async openPanel(): Promise<FrameLocator> {
    const title = this.page.locator('.part.sidebar').getByRole('heading', { name: /^Iris/ });
    if (!(await title.isVisible())) await this.#irisIcon.click();
    const panel = this.panel();
    await panel.getByRole('textbox', { name: 'Ask Iris' }).waitFor();
    return panel;
  }

  /** The document of the Iris panel, wherever it is shown; it need not be there yet. */
  panel(place: PanelPlace = 'sideBar'): FrameLocator {
    return panelFrame(this.page, place);
  }

  /** Drags files of the explorer onto the panel. */
  async dragOntoPanel(names: readonly string[], place: PanelPlace = 'sideBar'): Promise<void> {
    await this.explorer.dragOnto(names, panelElement(this.page, place));
  }

  /** Loads the window again with VS Code's own command, which gives the extensions time to end. */
  async reload(): Promise<void> {
    await Promise.all([this.page.waitForEvent('domcontentloaded'), this.runCommand('Developer: Reload Window')]);
    await this.#waitUntilReady();
  }

  /** Ends the extension host at once, in the middle of whatever it does. VS Code starts another by itself. */
  async killExtensionHost(): Promise<void> {
    const id = this.#server.extensionHost();
    if (id === undefined) throw new Error('No extension host has been started.');
    process.kill(id, 'SIGKILL');
    await until('the extension host to end', () => (isRunning(id) ? undefined : true));
  }

  /** Changes the colour theme and waits until it is drawn. */
  async setTheme(name: ThemeName): Promise<void> {
    await this.settings.change({ 'workbench.colorTheme': themes[name].id });
    await this.page.locator(`.monaco-workbench.${themes[name].className}`).waitFor();
  }

  /** Drags the border of the side bar until it has this width in CSS pixels. */
  async setSideBarWidth(width: number): Promise<void> {
    await setSideBarWidth(this.page, width);
  }

  /** Writes a picture of the window, or of one element, to out/screenshots/NAME.png. */
  async screenshot(name: string, element?: Locator): Promise<void> {
    const file = path.resolve('out/screenshots', `${name}.png`);
    await mkdir(path.dirname(file), { recursive: true });
    await (element ?? this.page).screenshot({ path: file });
  }

  /** Writes what helps to understand a failed test and tells the folder. */
  async saveEvidence(title: string): Promise<string> {
    return this.#evidence.save({
      title,
      serverLog: this.#server.log(),
      logFolder: path.join(this.#dataFolder, 'data', 'logs'),
    });
  }

  get #irisIcon(): Locator {
    return this.page.locator('.activitybar').getByRole('tab', { name: /^Iris/ });
  }

  async #waitUntilReady(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.#irisIcon.waitFor();
    // The icon may be the one remembered from before a reload; commands are listed when Iris is known again.
    await this.quickInput.findCommand((rows) => rows.and(this.page.locator('[aria-label^="Iris:"]')), 'Iris:');
    await this.quickInput.cancel();
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
