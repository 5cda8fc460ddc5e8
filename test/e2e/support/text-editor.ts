import type { Locator, Page } from 'playwright-core';
import { until } from './until';

/** The active text editor. */
export class TextEditor {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #active(): Locator {
    return this.#page.locator('.editor-group-container.active .monaco-editor[role="code"]').first();
  }

  /** The tab of an open editor. */
  tab(name: string | RegExp): Locator {
    return this.#page.locator('.tabs-container').getByRole('tab', { name });
  }

  /** The lines on screen, top to bottom; what is scrolled out of sight is not among them. */
  async visibleText(): Promise<string> {
    const lines = await this.#active.locator('.view-lines > .view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: Number.parseFloat(element.style.top), text: element.textContent }))
        .sort((one, other) => one.top - other.top)
        .map((line) => line.text),
    );
    // The editor draws spaces as no-break spaces.
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Waits until the lines on screen match, and gives them. */
  waitForText(pattern: RegExp): Promise<string> {
    return until(`an editor with ${pattern.source}`, async () => {
      const text = await this.visibleText();
      return pattern.test(text) ? text : undefined;
    });
  }

  /** Puts the keyboard focus into the text. */
  async focus(): Promise<void> {
    await this.#active.locator('.view-lines').click({ position: { x: 4, y: 4 } });
  }

  async undo(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+Z');
  }

  async save(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+S');
  }
}
