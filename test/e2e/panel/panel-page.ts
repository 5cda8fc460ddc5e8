import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { HostMessage, PanelMessage, PanelState } from '../../../src/shared/protocol';
import { pageHtml } from '../../../src/vscode/page-html';
import { openBrowser } from '../../workbench/shared-browser.mjs';
import { installFakeHost } from './fake-host';
import { applyTheme, themes } from './themes';
import type { ThemeName } from './themes';

interface OpenOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** Answers the panel's `ready`. */
  readonly state?: PanelState;
  /** Display language whose texts the page is given; English without. */
  readonly language?: 'de' | 'zh-cn';
}

const origin = 'http://localhost';

/** The extension's own page, with its content security policy, around the built panel. */
function htmlIn(language: OpenOptions['language']): string {
  return pageHtml({
    title: 'Iris',
    cspSource: origin,
    scriptUri: `${origin}/main.js`,
    styleUri: `${origin}/main.css`,
    ...(language && { language, translations: textsIn(language) }),
  });
}

/** The texts that ship, by the English ones. */
export function textsIn(language: OpenOptions['language']): Readonly<Record<string, string>> {
  return language
    ? (JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8')) as Record<string, string>)
    : {};
}

/** A fresh panel in a browser, ready and showing `state`. */
export async function openPanel(options: OpenOptions = {}): Promise<PanelPage> {
  const { theme = 'dark', width = 480, height = 760, state, language } = options;
  const html = htmlIn(language);
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.route(`${origin}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    await route.fulfill(name === '' ? { contentType: 'text/html', body: html } : { path: builtFile(name) });
  });
  await page.addInitScript(installFakeHost);
  const panel = new PanelPage(page, theme, textsIn(language));
  await page.goto(`${origin}/`);
  await panel.begin(state);
  return panel;
}

/** A page with the panel in it, seen from both sides: what the person sees and what the host hears. */
export class PanelPage {
  readonly page: Page;
  #theme: ThemeName;
  /** Errors of scripts and violations of the content security policy. */
  readonly problems: string[] = [];
  readonly #texts: Readonly<Record<string, string>>;

  /** @param texts what the panel says, by the English texts; English without */
  constructor(page: Page, theme: ThemeName, texts: Readonly<Record<string, string>> = {}) {
    this.page = page;
    this.#theme = theme;
    this.#texts = texts;
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        this.problems.push(message.text());
      }
    });
  }

  get log(): Locator {
    return this.page.getByRole('log', { name: this.say('Conversation') });
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: this.say('Ask Iris') });
  }

  button(english: string, ...values: readonly (string | number)[]): Locator {
    return this.page.getByRole('button', { name: this.say(english, ...values), exact: true });
  }

  /** What the panel says in its language for an English text, with values in place of `{0}` and so on. */
  say(english: string, ...values: readonly (string | number)[]): string {
    return (this.#texts[english] ?? english).replace(/\{(\d)\}/g, (_place, index) => String(values[Number(index)]));
  }

  /** Waits until the panel is ready, and answers it. */
  async begin(state?: PanelState): Promise<void> {
    await this.page.evaluate(applyTheme, themes[this.#theme]);
    await this.posted('ready');
    if (state) {
      await this.send({ type: 'snapshot', state });
    }
  }

  async setTheme(theme: ThemeName): Promise<void> {
    this.#theme = theme;
    await this.page.evaluate(applyTheme, themes[theme]);
  }

  /** Starts the page anew, as VS Code does with a panel that was hidden; what `setState` kept is there. */
  async reload(state?: PanelState): Promise<void> {
    await this.page.reload();
    await this.begin(state);
  }

  /** Sends facts from the host, in order. */
  async send(...messages: readonly HostMessage[]): Promise<void> {
    await this.page.evaluate((list) => list.forEach((message) => window.fakeHost.send(message)), [...messages]);
    // Two frames: the first applies what was streamed, the second has painted it.
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  /** Waits until the host was told something of this kind, and gives all of it. */
  async posted<Type extends PanelMessage['type']>(type: Type): Promise<Extract<PanelMessage, { type: Type }>[]> {
    await this.page.waitForFunction(
      (wanted) => window.fakeHost.posted.some((message) => message.type === wanted),
      type,
    );
    return this.postedSoFar(type);
  }

  async postedSoFar<Type extends PanelMessage['type']>(type: Type): Promise<Extract<PanelMessage, { type: Type }>[]> {
    const posted = await this.page.evaluate(() => window.fakeHost.posted);
    return posted.filter((message): message is Extract<PanelMessage, { type: Type }> => message.type === type);
  }

  /** What a screen reader was told last, outside of what it reads by itself. */
  async announced(text: string): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: text }).first().waitFor({ state: 'attached' });
  }

  async focusedName(): Promise<string | null> {
    return await this.page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? null;
    });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

function builtFile(name: string): string {
  const file = path.resolve('dist/media', name);
  if (!existsSync(file)) {
    throw new Error(`${file} is missing: build the panel first with "node esbuild.js".`);
  }
  return file;
}
