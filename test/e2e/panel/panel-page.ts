import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { HostMessage, PanelMessage, PanelState } from '../../../src/shared/protocol';
import { installFakeHost } from './fake-host';
import { themes } from './themes';
import type { ThemeName } from './themes';

interface OpenOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** Answers the panel's `ready`. */
  readonly state?: PanelState;
  readonly reducedMotion?: boolean;
}

/** The browser and the server of one test file. */
export class PanelBrowser {
  readonly #browser: Browser;
  readonly #close: () => void;
  readonly #address: string;

  private constructor(browser: Browser, address: string, close: () => void) {
    this.#browser = browser;
    this.#address = address;
    this.#close = close;
  }

  static async launch(): Promise<PanelBrowser> {
    const files = { '/main.js': readBuilt('main.js'), '/main.css': readBuilt('main.css') };
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const file = Object.entries(files).find(([name]) => name === url.pathname);
      if (file) {
        response.setHeader('content-type', url.pathname.endsWith('.js') ? 'text/javascript' : 'text/css');
        response.end(file[1]);
      } else {
        const theme = themes[(url.searchParams.get('theme') ?? 'dark') as ThemeName];
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.setHeader('content-security-policy', policy);
        response.end(shell(theme.bodyClass, theme.colors));
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    });
    return new PanelBrowser(browser, `http://127.0.0.1:${port}/`, () => server.close());
  }

  /** A fresh panel, ready and showing `state`. */
  async open({
    theme = 'dark',
    width = 480,
    height = 760,
    state,
    reducedMotion = true,
  }: OpenOptions): Promise<PanelPage> {
    const context = await this.#browser.newContext({
      viewport: { width, height },
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const panel = new PanelPage(page, context);
    await page.goto(`${this.#address}?theme=${theme}`);
    await panel.posted('ready');
    if (state) {
      await panel.send({ type: 'snapshot', state });
    }
    return panel;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#close();
  }
}

/** A page with the panel in it, seen from both sides: what the person sees and what the host hears. */
export class PanelPage {
  readonly page: Page;
  readonly #context: BrowserContext;
  /** Errors of scripts and violations of the content security policy. */
  readonly problems: string[] = [];

  constructor(page: Page, context: BrowserContext) {
    this.page = page;
    this.#context = context;
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        this.problems.push(message.text());
      }
    });
  }

  get log(): Locator {
    return this.page.getByRole('log', { name: 'Conversation' });
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: 'Ask Iris' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
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

  /** Starts the page anew, as VS Code does with a panel that was hidden; what `setState` kept is there. */
  async reload(state?: PanelState): Promise<void> {
    await this.page.reload();
    await this.posted('ready');
    if (state) {
      await this.send({ type: 'snapshot', state });
    }
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

const nonce = 'fixed-for-tests';

/** As strict as the one of the extension: nothing inline but the script with the nonce, nothing from elsewhere. */
const policy = [
  "default-src 'none'",
  'img-src blob: data:',
  "style-src 'self'",
  `script-src 'nonce-${nonce}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function shell(bodyClass: string, colors: Readonly<Record<string, string>>): string {
  const applyTheme = `for (const [name, value] of Object.entries(${JSON.stringify(colors)}))
    document.documentElement.style.setProperty('--vscode-' + name, value);
  document.documentElement.style.setProperty('background', 'var(--vscode-sideBar-background)');`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Iris</title>
<link rel="stylesheet" href="/main.css"></head>
<body class="${bodyClass}"><div id="root"></div>
<script nonce="${nonce}">${applyTheme}(${installFakeHost.toString()})();</script>
<script nonce="${nonce}" src="/main.js"></script></body></html>`;
}

function readBuilt(name: string): Buffer {
  const file = path.resolve('dist/media', name);
  if (!existsSync(file)) {
    throw new Error(`${file} is missing: build the panel first with "node esbuild.js".`);
  }
  return readFileSync(file);
}

function findChromium(): string {
  const candidates = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return candidates.find((file) => file !== undefined && existsSync(file)) ?? chromium.executablePath();
}
