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
    await this.#page.keyboard.press('F1');
    await this.waitUntilOpen();
    return until(`the command ${typed}`, async () => {
      await this.type('>');
      await this.type(`>${typed}`);
      return row.waitFor({ timeout: 1_000 }).then(
        () => row,
        () => undefined,
      );
    });
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
