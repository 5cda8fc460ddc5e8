import type { Locator, Page } from 'playwright-core';
import { drag } from './drag';
import { until } from './until';

/** The Explorer view. Files are named by their base name; their folders must be expanded. */
export class Explorer {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #view(): Locator {
    return this.#page.locator('.explorer-folders-view');
  }

  /** The row of a file or folder. */
  row(name: string): Locator {
    return this.#view.getByRole('treeitem', { name, exact: true });
  }

  /** Brings the view to the front. */
  async open(): Promise<void> {
    if (!(await this.#view.isVisible())) await this.#page.keyboard.press('ControlOrMeta+Shift+E');
    await this.#view.getByRole('treeitem').first().waitFor();
  }

  /** Shows what is in a folder. */
  async expand(folder: string): Promise<void> {
    await this.open();
    const row = this.row(folder);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
  }

  /** Makes these files, and no others, the selected ones. Opens none of them, as a plain click would. */
  async select(names: readonly string[]): Promise<void> {
    await this.open();
    const selected = this.#view.locator('[role="treeitem"][aria-selected="true"]');
    await until('the selection to be empty', async () => {
      if ((await selected.count()) === 0) return true;
      // It may be gone by itself before the click.
      const click = selected.first().click({ modifiers: ['ControlOrMeta'], timeout: 1_000 });
      await click.catch(() => undefined);
      return undefined;
    });
    for (const name of names) await this.row(name).click({ modifiers: ['ControlOrMeta'] });
  }

  /** Opens the context menu of a file, or of all selected ones where it is among them. */
  async openContextMenu(name: string): Promise<Locator> {
    await this.open();
    await this.row(name).click({ button: 'right' });
    const menu = this.#page.getByRole('menu').last();
    await menu.getByRole('menuitem').first().waitFor();
    return menu;
  }

  /** Selects files, opens their context menu and chooses an item by its label. */
  async choose(names: readonly string[], item: string): Promise<void> {
    if (names.length > 1) await this.select(names);
    const menu = await this.openContextMenu(names.at(-1) ?? '');
    const chosen = menu.getByRole('menuitem', { name: item, exact: true });
    await chosen.waitFor();
    // A menu takes no click in its first tenth of a second. One that took a click may still be seen for a moment, and
    // a second click then would choose twice: only one that stays did not take it.
    await until('the context menu to close', async () => {
      if ((await chosen.count()) === 0) return true;
      await chosen.click({ timeout: 5_000 }).catch(() => undefined);
      return chosen.waitFor({ state: 'detached', timeout: 3_000 }).then(
        () => true,
        () => undefined,
      );
    });
  }

  /** Drags files with the mouse and drops them with Shift held, which VS Code asks for above a webview. */
  async dragOnto(names: readonly string[], target: Locator): Promise<void> {
    if (names.length > 1) await this.select(names);
    await this.open();
    await drag({ page: this.#page, source: this.row(names.at(-1) ?? ''), target, modifier: 'Shift' });
  }
}
