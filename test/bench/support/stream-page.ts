import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../../workbench/launch-chromium.mjs';
import type { MarkdownSample } from './markdown-samples';
import { median } from './measure';
import './stream-page-calls';

/** What it cost to show an answer. CPU is that of the page's main thread, without that of the measuring. */
export interface StreamCost {
  /** Script, style and layout: what a way to render decides. */
  readonly cpuMs: number;
  /** All of it, with what Chromium does for each frame whose content changed. */
  readonly allCpuMs: number;
  /** Script, style and layout of single pieces, at places that are spread evenly over the answer. */
  readonly p95PieceMs: number;
  readonly worstPieceMs: number;
  /** Wall time from a frame's script to its paint. */
  readonly worstFrameMs: number;
}

/** Places at which single pieces are measured where all of them are shown. */
const places = 50;
/** Pieces measured one by one at each place. */
const piecesAtPlace = 4;

/** A page with one of the programs of test/bench/pages/stream-render in it. */
export class StreamPage {
  readonly #page: Page;
  readonly #session: CDPSession;
  /** What a frame takes that shows nothing new. */
  #idleFrame = noCpu;
  /** The same, with the questions around it. */
  #idleStep = noCpu;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async open(browser: Browser, program: string): Promise<StreamPage> {
    const page = await browser.newPage({ viewport: { width: 480, height: 760 } });
    await page.setContent('<!DOCTYPE html><meta charset="utf-8"><body></body>');
    await page.addStyleTag({ path: path.resolve('dist', 'media', 'main.css') });
    await page.addStyleTag({ content: 'body { display: flex; flex-direction: column; height: 100vh }' });
    await page.addScriptTag({ content: await bundle(program) });
    const session = await page.context().newCDPSession(page);
    // By this clock, what a task takes is the CPU time of its thread and not what passes meanwhile.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const opened = new StreamPage(page, session);
    await opened.#measureIdle();
    return opened;
  }

  /** Shows every piece. */
  async measureAll(pieces: readonly string[]): Promise<StreamCost> {
    await this.#begin('');
    const single: Cpu[] = [];
    let worstFrameMs = 0;
    const stride = Math.max(piecesAtPlace, Math.ceil(pieces.length / places));
    const before = await this.#cpu();
    for (let start = 0; start < pieces.length; start += stride) {
      const measured = await this.#measurePieces(pieces.slice(start, start + piecesAtPlace));
      single.push(...measured.cpu);
      const frameMs = await this.#stream(pieces.slice(start + piecesAtPlace, start + stride));
      worstFrameMs = Math.max(worstFrameMs, frameMs, measured.worstFrameMs);
    }
    await this.#page.evaluate(() => window.streamPage.finish());
    const cpu = difference(await this.#cpu(), before);
    const idleFrames = pieces.length - single.length;
    return {
      cpuMs: cpu.renderMs - idleFrames * this.#idleFrame.renderMs - single.length * this.#idleStep.renderMs,
      allCpuMs: cpu.allMs - idleFrames * this.#idleFrame.allMs - single.length * this.#idleStep.allMs,
      ...this.#ofPieces(single),
      worstFrameMs,
    };
  }

  /** Shows what came before each of some places at once, and measures the pieces there. */
  async measureSamples(pieces: readonly string[], count: number): Promise<StreamCost> {
    const single: Cpu[] = [];
    let worstFrameMs = 0;
    for (let place = 0; place < count; place++) {
      const start = Math.floor(((place + 0.5) / count) * pieces.length);
      await this.#begin(pieces.slice(0, start).join(''));
      const measured = await this.#measurePieces(pieces.slice(start, start + piecesAtPlace));
      single.push(...measured.cpu);
      worstFrameMs = Math.max(worstFrameMs, measured.worstFrameMs);
    }
    const scaled = (values: readonly number[], idle: number): number =>
      (sum(values) / single.length - idle) * pieces.length;
    return {
      cpuMs: scaled(
        single.map(({ renderMs }) => renderMs),
        this.#idleStep.renderMs,
      ),
      allCpuMs: scaled(
        single.map(({ allMs }) => allMs),
        this.#idleStep.allMs,
      ),
      ...this.#ofPieces(single),
      worstFrameMs,
    };
  }

  /** Whether the text, come in pieces of a few characters, ends as this HTML. */
  async endsRight({ markdown, html }: MarkdownSample): Promise<boolean> {
    await this.#begin('');
    await this.#stream(markdown.match(/[^]{1,3}/g) ?? []);
    await this.#page.evaluate(() => window.streamPage.finish());
    const { shown, expected } = await this.#page.evaluate((wanted) => window.streamPage.compare(wanted), html);
    return shown === expected;
  }

  async close(): Promise<void> {
    await this.#page.close();
  }

  async #measurePieces(pieces: readonly string[]): Promise<{ readonly cpu: Cpu[]; readonly worstFrameMs: number }> {
    const cpu: Cpu[] = [];
    let worstFrameMs = 0;
    for (const piece of pieces) {
      const before = await this.#cpu();
      worstFrameMs = Math.max(worstFrameMs, await this.#stream([piece]));
      cpu.push(difference(await this.#cpu(), before));
    }
    return { cpu, worstFrameMs };
  }

  #ofPieces(single: readonly Cpu[]): Pick<StreamCost, 'p95PieceMs' | 'worstPieceMs'> {
    const sorted = single.map(({ renderMs }) => Math.max(0, renderMs - this.#idleStep.renderMs)).sort((a, b) => a - b);
    return { p95PieceMs: sorted[Math.floor(sorted.length * 0.95)] ?? NaN, worstPieceMs: sorted.at(-1) ?? NaN };
  }

  async #measureIdle(): Promise<void> {
    await this.#begin('');
    const frames = 100;
    const before = await this.#cpu();
    await this.#stream(Array.from({ length: frames }, () => ''));
    const { renderMs, allMs } = difference(await this.#cpu(), before);
    this.#idleFrame = { renderMs: renderMs / frames, allMs: allMs / frames };
    const { cpu } = await this.#measurePieces(Array.from({ length: 40 }, () => ''));
    this.#idleStep = {
      renderMs: median(cpu.map((step) => step.renderMs)),
      allMs: median(cpu.map((step) => step.allMs)),
    };
  }

  async #begin(text: string): Promise<void> {
    await this.#page.evaluate((start) => window.streamPage.begin(start), text);
  }

  async #stream(pieces: readonly string[]): Promise<number> {
    return await this.#page.evaluate((list) => window.streamPage.stream(list), [...pieces]);
  }

  async #cpu(): Promise<Cpu> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const ms = (name: string): number => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
    return {
      renderMs: ms('ScriptDuration') + ms('RecalcStyleDuration') + ms('LayoutDuration'),
      allMs: ms('TaskDuration') - ms('DevToolsCommandDuration'),
    };
  }
}

/** CPU milliseconds of the main thread so far: script, style and layout; everything but the developer tools. */
interface Cpu {
  readonly renderMs: number;
  readonly allMs: number;
}

const noCpu: Cpu = { renderMs: 0, allMs: 0 };

function difference(after: Cpu, before: Cpu): Cpu {
  return { renderMs: after.renderMs - before.renderMs, allMs: after.allMs - before.allMs };
}

/** A Chromium that paints as fast as it can instead of 60 times a second. */
export async function launchFast(): Promise<Browser> {
  return await launchChromium(['--disable-frame-rate-limit', '--disable-gpu-vsync']);
}

async function bundle(program: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.resolve('test', 'bench', 'pages', 'stream-render', `${program}.ts`)],
    write: false,
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
