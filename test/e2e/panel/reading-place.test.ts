import assert from 'node:assert/strict';
import type { HostMessage } from '../../../src/shared/protocol';
import { diagramSamples } from './diagram-scenes';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, conversation, panelState, picture, question } from './sample-state';
import { becomes } from '../support/becomes';

describe('what is being read', () => {
  let panel: PanelPage;
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  const words = Array.from({ length: 30 }, (_, index) => `Paragraph ${index} with some words in it.`).join('\n\n');
  /** What is read is in the third answer; what changes is in the second, which is rendered and out of view. */
  const chatWith = (changing: string) =>
    panelState({
      conversation: conversation([
        question('q1', 'One'),
        answer('a1', { text: words }),
        question('q2', 'Two', [picture('one', 'one.png')]),
        answer('a2', { text: changing, reasoning: words }),
        question('q3', 'Three'),
        answer('a3', { text: words.replace('Paragraph 9', 'Read this: paragraph 9') }),
        question('q4', 'Four'),
        answer('a4', { text: words, status: 'streaming' }),
      ]),
    });
  const read = () => panel.page.getByText('Read this');
  const place = async (): Promise<number> => (await read().boundingBox())?.y ?? NaN;
  /** A chat scrolls by whole pixels, while texts have parts of one in their heights. */
  const assertInPlace = (before: number): Promise<void> =>
    becomes(async () => Math.abs((await place()) - before) <= 1, true);
  const heightOf = (id: string) =>
    panel.page.locator(`[data-message-id="${id}"]`).evaluate((box) => box.getBoundingClientRect().height);
  /** Scrolls to it, and waits until what is around it is rendered. */
  const startReading = async (): Promise<void> => {
    await panel.log.evaluate((log) => log.scrollTo(0, 0));
    await panel.page.locator('[data-message-id="a1"] article').waitFor();
    await read().evaluate((paragraph) => paragraph.scrollIntoView({ block: 'center' }));
    await panel.button('Scroll to the end').waitFor();
  };
  /** Shows the chat, with what a script is needed for still to come. */
  const openWithout = async (script: string, changing: string): Promise<{ readonly release: () => void }> => {
    panel = await openPanel();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    await panel.page.route(`**/${script}`, async (route) => {
      await promise;
      await route.fallback();
    });
    await panel.send({ type: 'snapshot', state: chatWith(changing) });
    return { release: () => resolve(undefined) };
  };
  const text = (more: string): HostMessage => ({
    type: 'conversationEvent',
    conversationId: 'chat-1',
    event: { type: 'textAppended', messageId: 'a4', text: more },
  });

  it('stays in its place when a diagram above it comes late', async () => {
    const { release } = await openWithout('diagrams.js', `\`\`\`mermaid\n${diagramSamples.flowchart}\n\`\`\``);
    await startReading();
    const [before, height] = [await place(), await heightOf('a2')];
    release();
    await panel.page.locator('.diagram-picture img').waitFor({ state: 'attached' });
    await panel.page.waitForFunction(
      () => (document.querySelector<HTMLImageElement>('.diagram-picture img')?.naturalWidth ?? 0) > 100,
    );
    await becomes(async () => (await heightOf('a2')) !== height, true);
    await assertInPlace(before);
  });

  it('stays in its place when formulas above it come late', async () => {
    const { release } = await openWithout('math.js', '$$\\frac{\\frac{a}{b}}{\\frac{c}{d}}$$\n\n'.repeat(5));
    await startReading();
    const [before, height] = [await place(), await heightOf('a2')];
    release();
    await panel.page.locator('.katex').last().waitFor({ state: 'attached' });
    await becomes(async () => (await heightOf('a2')) !== height, true);
    await assertInPlace(before);
  });

  it('stays in its place when something above it is opened or closed, also while an answer comes', async () => {
    panel = await openPanel({ state: chatWith('Short.') });
    await startReading();
    const [before, height] = [await place(), await heightOf('a2')];
    for (const open of [true, false]) {
      await panel.log.evaluate((log, wanted) => {
        for (const details of log.querySelectorAll('details')) {
          details.open = wanted;
        }
      }, open);
      await panel.send(text('\n\nMore.'), text('\n\nAnd more.'));
      await becomes(async () => (await heightOf('a2')) > height, open);
      await assertInPlace(before);
    }
  });

  it('stays in its place when the picture of a question above it comes', async () => {
    panel = await openPanel({ state: chatWith('Short.') });
    await startReading();
    const before = await place();
    await panel.page.locator('.sent img[src^="blob:"]').waitFor({ state: 'attached' });
    await assertInPlace(before);
  });
});
