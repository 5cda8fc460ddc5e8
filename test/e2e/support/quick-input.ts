import type { Locator, Page } from 'playwright-core';
import { until } from './until';

/** The box at the top of the window: quick picks, input boxes and the command palette. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator('.quick-input-widget');
  }

  get #input(): Locator {
    return this.#widget.locator('.quick-input-filter input');
  }

  /** The rows of a quick pick. */
  get rows(): Locator {
    return this.#widget.getByRole('option');
  }

  /** The row that Enter chooses. */
  get activeRow(): Locator {
    return this.rows.and(this.#page.locator('.focused'));
  }

  /** Waits until a box is shown; with a title, until the one of that title is. */
  async waitUntilOpen(title?: string): Promise<void> {
    await this.#input.waitFor();
    if (title !== undefined) await this.#widget.locator('.quick-input-title', { hasText: title }).waitFor();
  }

  async waitUntilClosed(): Promise<void> {
    await this.#widget.waitFor({ state: 'hidden' });
  }

  /** What an input box says below its input: the prompt or the validation message. */
  async message(): Promise<string> {
    return (await this.#widget.locator('.quick-input-message').innerText()).trim();
  }

  /** What is in the box. */
  value(): Promise<string> {
    return this.#input.inputValue();
  }

  /** The labels of the rows that are shown, without the second lines of some. */
  labels(): Promise<string[]> {
    return this.rows.locator('.label-name:not(.quick-input-list-label-meta .label-name)').allInnerTexts();
  }

  /** Types into the box, replacing what it holds. */
  async type(text: string): Promise<void> {
    await this.#input.fill(text);
  }

  /** Types into the box and confirms with Enter. */
  async enter(text: string): Promise<void> {
    await this.waitUntilOpen();
    await this.type(text);
    await this.accept();
  }

  async accept(): Promise<void> {
    await this.#input.press('Enter');
  }

  /** Accepts the file that VS Code's own file dialog proposes, or this one instead. */
  async acceptFile(file?: string): Promise<void> {
    const isShown = async (): Promise<boolean> =>
      (await this.#input.isVisible()) && (await this.#input.inputValue()).startsWith('/');
    // The dialog may take the place of another box.
    await until('a file dialog', async () => ((await isShown()) ? true : undefined));
    // While it still lists its folder, the dialog writes that over what is typed.
    await until('the file dialog to close', async () => {
      if (!(await isShown())) return true;
      if (file !== undefined) await this.type(file);
      await this.accept();
      await this.#widget.waitFor({ state: 'hidden', timeout: 1_000 }).catch(() => undefined);
      return undefined;
    });
  }

  /** Chooses the row with this label. */
  async pick(label: string | RegExp): Promise<void> {
    await this.rows.filter({ hasText: label }).first().click();
  }

  async cancel(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.waitUntilClosed();
  }

  /** Runs a command from the palette by the title that it has there, such as `Iris: New Chat`. */
  async runCommand(title: string): Promise<void> {
    const command = await this.findCommand(
      (row) => row.and(this.#page.locator(`[aria-label="${title}"], [aria-label^="${title},"]`)),
      title,
    );
    await command.click();
  }

  /**
   * Opens the palette and types until it lists a command: right after a start, those of extensions are not known yet.
   * @param choose narrows the rows down to the wanted one
   */
  async findCommand(choose: (rows: Locator) => Locator, typed: string): Promise<Locator> {
    const row = choose(this.rows).first();
    const timeout = 1_000;
    const open = async (): Promise<void> => {
      await this.#page.keyboard.press('F1');
      await this.waitUntilOpen();
    };
    const list = async (): Promise<Locator> => {
      // What the last command does may come late, take the focus and close the palette with that.
      if (!(await this.#input.isVisible())) {
        await open();
      }
      await this.#input.fill('>', { timeout });
      await this.#input.fill(`>${typed}`, { timeout });
      await row.waitFor({ timeout });
      return row;
    };
    await open();
    return until(`the command ${typed}`, () =>
      list().catch(async () => {
        // Another box that was open takes the palette's place again until it is closed.
        if (await this.#input.isVisible()) await this.#page.keyboard.press('Escape');
        return undefined;
      }),
    );
  }

  /** Opens a file of the workspace in an editor. */
  async openFile(name: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+P');
    await this.waitUntilOpen();
    await this.type(name);
    await this.rows.filter({ hasText: name }).first().click();
    await this.#page.getByRole('tab', { name, selected: true }).waitFor();
  }
}
