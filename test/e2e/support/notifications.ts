import type { Locator, Page } from 'playwright-core';

/** Notification toasts at the lower right. */
export class Notifications {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The toast that says this. */
  toast(text: string | RegExp): Locator {
    return this.#page.locator('.notification-toast').filter({ hasText: text });
  }

  /** Waits for a toast and gives its whole message. */
  async message(text: string | RegExp): Promise<string> {
    return (await this.toast(text).first().locator('.notification-list-item-message').innerText()).trim();
  }

  /** Takes the toast away that says this. */
  async dismiss(text: string | RegExp): Promise<void> {
    const toast = this.toast(text).first();
    await toast.hover();
    await toast.getByRole('button', { name: /^Clear Notification/ }).click();
    await toast.waitFor({ state: 'detached' });
  }

  /** Presses a button of the toast that says this. */
  async choose(text: string | RegExp, button: string): Promise<void> {
    await this.toast(text).first().getByRole('button', { name: button, exact: true }).click();
  }
}
