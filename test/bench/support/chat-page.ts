import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { HostMessage, PanelState } from '../../../src/shared/protocol';
import { panelHtml } from '../../../src/vscode/panel/panel-html';
import './chat-page-calls';
import { launchFast } from './stream-page';

const origin = 'http://localhost';

/** Frames between two that are measured by themselves. */
const stride = 10;

/** How far a long chat is scrolled through. */
const mostSteps = 200;

interface Scrolled {
  readonly steps: number;
  /** CPU of the main thread in single steps. */
  readonly p95StepMs: number;
  readonly worstStepMs: number;
  readonly longTasks: number;
  readonly longestTaskMs: number;
  readonly mostPictures: number;
  readonly mediaBytes: number;
  readonly scriptBytes: number;
}

/** The panel as it ships, in a Chromium of its own. */
export class ChatPage {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(browser: Browser, page: Page, session: CDPSession) {
    this.#browser = browser;
    this.#page = page;
    this.#session = session;
  }

  static async open(): Promise<ChatPage> {
    const browser = await launchFast();
    const page = await browser.newPage({ viewport: { width: 480, height: 760 } });
    const file = (name: string): string => `${origin}/${name}`;
    const html = panelHtml({
      title: 'Iris',
      cspSource: origin,
      scriptUri: file('main.js'),
      styleUri: file('main.css'),
    });
    await page.route(`${origin}/**`, async (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      await route.fulfill(
        name === '' ? { contentType: 'text/html', body: html } : { path: path.resolve('dist', 'media', name) },
      );
    });
    await page.addInitScript(await bundle());
    await page.goto(`${origin}/`);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new ChatPage(browser, page, session);
  }

  /** Opens a chat: from the snapshot's JSON to the paint of the chat's end. */
  async show(state: PanelState): Promise<{ readonly wallMs: number; readonly cpuMs: number }> {
    const snapshot: HostMessage = { type: 'snapshot', state };
    const before = await this.#metric('TaskDuration');
    const wallMs = await this.#page.evaluate((json) => window.chatPage.show(json), JSON.stringify(snapshot));
    return { wallMs, cpuMs: ((await this.#metric('TaskDuration')) - before) * 1000 };
  }

  async scrollThrough(): Promise<Scrolled> {
    const single: number[] = [];
    const longTasks: number[] = [];
    let steps = 0;
    let mostPictures = 0;
    for (let atTop = false; !atTop && steps < mostSteps; steps += stride) {
      const before = await this.#metric('TaskDuration');
      const first = await this.#page.evaluate(() => window.chatPage.scrollUp(1));
      single.push(((await this.#metric('TaskDuration')) - before) * 1000);
      const rest = await this.#page.evaluate((count) => window.chatPage.scrollUp(count), stride - 1);
      longTasks.push(...first.longTasks, ...rest.longTasks);
      mostPictures = Math.max(mostPictures, rest.mostPictures);
      atTop = rest.atTop;
    }
    // What is far is let go after some seconds.
    await this.#page.waitForTimeout(6000);
    await this.#session.send('HeapProfiler.collectGarbage');
    const sorted = single.toSorted((one, other) => one - other);
    return {
      steps,
      p95StepMs: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
      worstStepMs: sorted.at(-1) ?? NaN,
      longTasks: longTasks.length,
      longestTaskMs: Math.max(0, ...longTasks),
      mostPictures,
      mediaBytes: await this.#page.evaluate(() => window.chatPage.mediaBytes()),
      scriptBytes: await this.#metric('JSHeapUsedSize'),
    };
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  async #metric(wanted: string): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  }
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.resolve('test', 'bench', 'pages', 'long-chat.ts')],
    write: false,
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}
