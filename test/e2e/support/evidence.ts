import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';

const failures = path.resolve('out/failures');

/** Keeps what the page printed, and writes all there is to see when a test fails. */
export class Evidence {
  readonly #page: Page;
  readonly #console: string[] = [];

  constructor(page: Page) {
    this.#page = page;
    page.on('console', (message) => this.#console.push(`${message.type()} ${message.text()}`));
    page.on('pageerror', (error) => this.#console.push(`uncaught ${error.stack ?? error.message}`));
  }

  /**
   * Writes a screenshot, the page's console, the server's output and VS Code's logs.
   * @returns the folder that holds them
   */
  async save(options: {
    readonly title: string;
    readonly serverLog: string;
    readonly logFolder: string;
  }): Promise<string> {
    const folder = path.join(failures, options.title.replaceAll(/[^\w-]+/g, '-').slice(0, 100));
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'console.log'), this.#console.join('\n'));
    await writeFile(path.join(folder, 'server.log'), options.serverLog);
    await cp(options.logFolder, path.join(folder, 'logs'), { recursive: true, force: true });
    await this.#page.screenshot({ path: path.join(folder, 'screenshot.png') });
    return folder;
  }
}
