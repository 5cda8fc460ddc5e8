import assert from 'node:assert/strict';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { MarkdownView } from '../../../media/markdown/markdown-view';
import { markdownSamples } from '../../unit/media/markdown/markdown-samples';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { sampleAnswer } from './sample-answer';
import { becomes } from '../support/becomes';

declare global {
  interface Window {
    MarkdownView: typeof MarkdownView;
  }
}

describe('the DOM of markdown', () => {
  let panel: PanelPage;
  let page: Page;
  before(async () => {
    panel = await openPanel({});
    page = panel.page;
    const bundle = await build({
      stdin: {
        contents:
          `export { MarkdownView } from './media/markdown/markdown-view'; window.MarkdownView = MarkdownView;`.replace(
            'export',
            'import',
          ),
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      format: 'iife',
    });
    await page.evaluate(bundle.outputFiles[0]?.text ?? '');
  });

  it('is the same whether a text comes letter by letter or at once', async () => {
    for (const sample of [...markdownSamples, sampleAnswer]) {
      const same = await page.evaluate((markdown) => {
        const streamed = document.createElement('div');
        const view = new window.MarkdownView(streamed);
        for (let length = 1; length <= markdown.length; length++) {
          view.update(markdown.slice(0, length), { finished: false });
        }
        view.update(markdown, { finished: true });
        const whole = document.createElement('div');
        new window.MarkdownView(whole).update(markdown, { finished: true });
        return streamed.isEqualNode(whole);
      }, sample);
      assert.ok(same, sample);
    }
  });

  it('is the same when it is told what each piece adds, through many sections', async () => {
    const text = Array.from({ length: 700 }, (_, index) => `Block *${index}*\n\n`).join('');
    const same = await page.evaluate((markdown) => {
      const streamed = document.createElement('div');
      const view = new window.MarkdownView(streamed);
      let from = '';
      for (const by of markdown.match(/[^]{1,7}/g) ?? []) {
        view.update(from + by, { finished: false, growth: { from, by } });
        from += by;
      }
      view.update(from, { finished: true });
      const whole = document.createElement('div');
      new window.MarkdownView(whole).update(markdown, { finished: true });
      return streamed.isEqualNode(whole);
    }, text);
    assert.ok(same);
  });

  it('forgets what it showed when what a piece was added to is another text', async () => {
    const shown = await page.evaluate(() => {
      const root = document.createElement('div');
      const view = new window.MarkdownView(root);
      view.update('one\n\ntwo', { finished: false });
      view.update('other text', { finished: false, growth: { from: 'other', by: ' text' } });
      return root.innerText;
    });
    assert.equal(shown, 'other text');
  });

  it('leaves nothing of a long text that became a short one', async () => {
    const same = await page.evaluate((markdown) => {
      const shortened = document.createElement('div');
      const view = new window.MarkdownView(shortened);
      view.update(markdown, { finished: true });
      view.update('short', { finished: true });
      const short = document.createElement('div');
      new window.MarkdownView(short).update('short', { finished: true });
      return shortened.isEqualNode(short);
    }, 'Block\n\n'.repeat(700));
    assert.ok(same);
  });

  it('is the same for a text that was stopped anywhere and then went on', async () => {
    const same = await page.evaluate((markdown) => {
      const whole = document.createElement('div');
      new window.MarkdownView(whole).update(markdown, { finished: true });
      return Array.from({ length: markdown.length }, (_, length) => {
        const stopped = document.createElement('div');
        const view = new window.MarkdownView(stopped);
        view.update(markdown.slice(0, length), { finished: true });
        view.update(markdown, { finished: false });
        view.update(markdown, { finished: true });
        return stopped.isEqualNode(whole);
      }).every(Boolean);
    }, sampleAnswer);
    assert.ok(same);
  });

  it('runs nothing and loads nothing, whatever the text', async () => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.evaluate((samples) => {
      const root = document.createElement('div');
      document.body.append(root);
      new window.MarkdownView(root).update(samples.join('\n\n'), { finished: true });
    }, hostileSamples);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    assert.deepEqual(requests, []);
    await becomes(
      () => page.evaluate(() => document.querySelectorAll('script:not([nonce]), iframe, img, object').length),
      0,
    );
    assert.deepEqual(panel.problems, []);
  });
});

const hostileSamples = [
  '<script>document.title = "run"</script>',
  '<img src="https://example.com/x.png" onerror="alert(1)">',
  '![x](https://example.com/leak?secret=1) ![y][ref]\n\n[ref]: https://example.com/also',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '[x](javascript:alert(1)) [y](data:text/html,<script>alert(1)</script>) [z](vbscript:x)',
  '[a](https://example.com" onmouseover="alert(1))',
  '```html" onclick="alert(1)\n<b>\n```',
  '<svg onload=alert(1)><use href="https://example.com/x.svg#a"/></svg>',
  '<style>@import url(https://example.com/x.css);</style>',
];
