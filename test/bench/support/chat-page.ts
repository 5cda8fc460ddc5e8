import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { HostMessage, PanelState } from '../../../src/shared/protocol';
import { pageHtml } from '../../../src/vscode/page-html';
import { launchChromium } from '../../workbench/launch-chromium.mjs';
import type { FindReport, ScrollReport } from './chat-page-calls';
import { tasksOfPages } from './trace';

const origin = 'http://localhost';

/** A way to scroll through a chat. */
export interface Scrolling {
  /** With each frame. */
  readonly pixels: number;
  readonly frames: number;
}

export interface Scrolled extends ScrollReport {
  /** CPU of the main thread in its longest task. */
  readonly worstTaskMs: number;
  /** Tasks of more than 50 ms of CPU. */
  readonly longTasks: number;
}

export interface Found extends FindReport {
  /** CPU of the main thread, and that of its longest task. */
  readonly cpuMs: number;
  readonly worstTaskMs: number;
}

export interface Memory {
  /** What `blob:` URLs hold. */
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
    const browser = await launchChromium([]);
    const page = await browser.newPage({ viewport: { width: 480, height: 760 } });
    const file = (name: string): string => `${origin}/${name}`;
    const html = pageHtml({
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

  async scroll({ pixels, frames }: Scrolling): Promise<Scrolled> {
    await this.#browser.startTracing(this.#page, { categories: ['toplevel'] });
    const report = await this.#page.evaluate(([step, count]) => window.chatPage.scrollUp(step, count), [
      pixels,
      frames,
    ] as const);
    const tasks = tasksOfPages(await this.#browser.stopTracing());
    return { ...report, worstTaskMs: Math.max(0, ...tasks), longTasks: tasks.filter((ms) => ms > 50).length };
  }

  /** Looks for this as the panel does. */
  async find(query: string): Promise<Found> {
    return await this.#find(() => this.#page.evaluate((text) => window.chatPage.find(text), query));
  }

  /** Looks for this by putting an element around each match. */
  async wrapMatches(query: string): Promise<Found> {
    return await this.#find(() => this.#page.evaluate((text) => window.chatPage.wrapMatches(text), query));
  }

  /** Resolves to the CPU milliseconds of each frame with a piece of an answer that streams. */
  async stream(frames: number): Promise<number> {
    const before = await this.#metric('TaskDuration');
    await this.#page.evaluate((count) => window.chatPage.stream('a1', count), frames);
    return (((await this.#metric('TaskDuration')) - before) * 1000) / frames;
  }

  /** Code is highlighted by then. */
  async settle(): Promise<void> {
    await this.#page.waitForTimeout(6000);
  }

  /** Once what is far was let go, which takes some seconds. */
  async memory(): Promise<Memory> {
    await this.#page.waitForTimeout(6000);
    await this.#session.send('HeapProfiler.collectGarbage');
    return {
      mediaBytes: await this.#page.evaluate(() => window.chatPage.mediaBytes()),
      scriptBytes: await this.#metric('JSHeapUsedSize'),
    };
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  async #find(find: () => Promise<FindReport>): Promise<Found> {
    const before = await this.#metric('TaskDuration');
    await this.#browser.startTracing(this.#page, { categories: ['toplevel'] });
    const report = await find();
    const tasks = tasksOfPages(await this.#browser.stopTracing());
    const cpuMs = ((await this.#metric('TaskDuration')) - before) * 1000;
    return { ...report, cpuMs, worstTaskMs: Math.max(0, ...tasks) };
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
