import assert from 'node:assert/strict';
import { diagramSamples, withAnswer } from './diagram-scenes';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { becomes } from '../support/becomes';

describe('a diagram in an answer', () => {
  let panel: PanelPage;
  const show = async (text: string, status: 'complete' | 'streaming' = 'complete'): Promise<void> => {
    panel = await openPanel({ state: withAnswer(text, status) });
  };
  const fence = (code: string): string => `\`\`\`mermaid\n${code}\n\`\`\``;
  const picture = () => panel.page.getByRole('button', { name: 'Diagram. See it large' });
  /** The SVG that is shown. */
  const drawn = async (): Promise<string> => {
    await panel.button('Diagram. See it large').click();
    await panel.button('Save picture').click();
    const [saved] = await panel.posted('pictureSaved');
    return new TextDecoder().decode(new Uint8Array(Object.values(saved?.bytes ?? {})));
  };

  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('is drawn as a picture, with its source behind a button', async () => {
    await show(fence(diagramSamples.flowchart));
    await picture().waitFor();
    const image = picture().locator('img');
    await becomes(() => image.getAttribute('src'), /^blob:/);
    await panel.page.waitForFunction(
      () => (document.querySelector<HTMLImageElement>('.diagram-picture img')?.naturalWidth ?? 0) > 100,
    );
    const code = panel.page.getByRole('group', { name: 'mermaid block' }).locator('pre');
    await becomes(() => code.isVisible(), false);
    await panel.button('Show source').click();
    await becomes(() => code.isVisible(), true);
    await panel.button('Hide source').click();
    await becomes(() => code.isVisible(), false);
  });

  for (const [name, code] of Object.entries(diagramSamples)) {
    it(`is drawn as SVG that stands alone: ${name}`, async () => {
      await show(fence(code));
      const svg = await drawn();
      assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      assert.doesNotMatch(svg, /<script|<foreignObject|standin|style-text|data-style/i);
      const isWhole = await panel.page.evaluate(
        (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null,
        // The page's own policy would tell of the styles that are parsed here.
        svg.replace(/<style[^]*?<\/style>/g, '').replace(/ style="[^"]*"/g, ''),
      );
      assert(isWhole);
    });
  }

  it('is code until its end has come', async () => {
    await show('```mermaid\ngraph TD\n  A --> B\n', 'streaming');
    await panel.page.getByText('A --> B').waitFor();
    await panel.page.waitForFunction(() => document.querySelector('iframe') === null);
    await panel.send({
      type: 'conversationEvent',
      conversationId: 'chat-1',
      event: { type: 'textAppended', messageId: 'a1', text: '```\n\nDone.\n\nReally.' },
    });
    await picture().waitFor();
  });

  it('stays code, with what is wrong, where it can not be drawn', async () => {
    await show(fence('graph TD\n  A --> --> B'));
    await panel.page.getByText(/This diagram could not be drawn: Parse error on line 2/).waitFor();
    await becomes(() => panel.page.getByText('A --> --> B').first().isVisible(), true);
    await becomes(() => picture().count(), 0);
  });

  it('is drawn anew in the colours of another theme', async () => {
    await show(fence(diagramSamples.flowchart));
    const source = async () => picture().locator('img').getAttribute('src');
    await picture().waitFor();
    const before = await source();
    await panel.setTheme('light');
    await panel.page.waitForFunction(
      (old) => ![null, old].includes(document.querySelector('.diagram-picture img')?.getAttribute('src') ?? null),
      before,
    );
  });

  it('is copied as its source, and asked about as a region of its picture', async () => {
    await show(fence(diagramSamples.flowchart));
    await picture().waitFor();
    await panel.page
      .getByRole('group', { name: 'mermaid block' })
      .getByRole('button', { name: 'Copy', exact: true })
      .click();
    assert.equal((await panel.posted('textCopied'))[0]?.text, diagramSamples.flowchart);
    await picture().click();
    await panel.page.getByRole('application', { name: 'Diagram.svg' }).waitFor();
    await panel.button('Ask about a region').click();
    await panel.page.keyboard.press('ArrowLeft');
    await panel.page.keyboard.press('Enter');
    assert.match((await panel.posted('filesReceived'))[0]?.files[0]?.name ?? '', /^Diagram \d+ × \d+\.png$/);
  });

  it('leads nowhere but to the web from the SVG that is saved', async () => {
    const links = ['javascript:alert(1)', 'vscode://x.y/z', 'file:///etc/passwd', 'https://example.com/'];
    const lines = links.flatMap((link, index) => [`  N${index} --> End`, `  click N${index} href "${link}"`]);
    await show(fence(['graph TD', ...lines].join('\n')));
    const addresses = Array.from((await drawn()).matchAll(/href="([^#"]*)"/g), ([, address]) => address);
    assert.deepEqual(addresses, ['https://example.com/']);
  });

  it('reaches neither the network nor the page, whatever it says', async () => {
    const requests: string[] = [];
    await show('Look:');
    panel.page.on('request', (request) => {
      if (!/^(?:blob|data):|^http:\/\/localhost\/\w+\.(?:js|css)$/.test(request.url())) {
        requests.push(request.url());
      }
    });
    const hostile = [
      `graph TD\n  A["<img src='https://evil.example/label'>"] --> B["<script>parent.hit = 1</script>"]`,
      'graph TD\n  A --> B\n  click A href "javascript:parent.hit=1"\n  click B call alert()',
      "%%{init: {'securityLevel': 'loose', 'themeCSS': '@import url(https://evil.example/css); * { fill: url(https://evil.example/fill) }'}}%%\ngraph TD\n  A --> B",
      'graph TD\n  A@{ img: "https://evil.example/node.png", label: "x", w: 60, h: 60 } --> B',
      'graph TD\n  A --> B\n  style A fill:url(https://evil.example/style),stroke:#333',
      'sequenceDiagram\n  A->>B: <style>@import url(https://evil.example/sequence)</style>\n  link A: Go @ https://evil.example/link',
      '---\nconfig:\n  fontFamily: "x; } @font-face { font-family: y; src: url(https://evil.example/font) } a {"\n---\ngraph TD\n  A --> B',
    ];
    const text = hostile.map(fence).join('\n\n');
    await panel.send({
      type: 'conversationEvent',
      conversationId: 'chat-1',
      event: { type: 'textAppended', messageId: 'a1', text: `\n\n${text}` },
    });
    for (const [index] of hostile.entries()) {
      await panel.page.locator('iris-diagram').nth(index).scrollIntoViewIfNeeded();
      await panel.page.locator('iris-diagram').nth(index).locator('> *').first().waitFor();
    }
    assert.deepEqual(requests, []);
    await becomes(() => panel.page.evaluate(() => 'hit' in window), false);
  });
});
