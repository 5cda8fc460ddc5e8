import assert from 'node:assert/strict';
import type { HostMessage } from '../../../src/shared/protocol';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, conversation, panelState, question } from './sample-state';
import { becomes } from '../support/becomes';

const longAnswer = Array.from({ length: 60 }, (_, index) => `Paragraph ${index} with some words in it.`).join('\n\n');

describe('an answer that streams in', () => {
  let panel: PanelPage;
  beforeEach(async () => {
    panel = await openPanel({
      state: panelState({
        conversation: conversation([question('q', 'Hi'), answer('a', { text: longAnswer, status: 'streaming' })]),
      }),
    });
  });
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  /** Where the reader is once no wheel moves them any more. */
  const restingPlace = () =>
    panel.log.evaluate(async (log) => {
      for (let before = NaN; before !== log.scrollTop;) {
        before = log.scrollTop;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      return log.scrollTop;
    });
  const distance = () => panel.log.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight);

  it('is followed while the end is in view', async () => {
    await becomes(async () => (await distance()) <= 1, true);
    await panel.send(text(`\n\n${longAnswer}`));
    await becomes(async () => (await distance()) <= 1, true);
    await becomes(() => panel.button('New text below').count(), 0);
  });

  it('leaves the reader alone once they scroll up, until they want the end again', async () => {
    await panel.log.hover();
    await panel.page.mouse.wheel(0, -300);
    await panel.button('Scroll to the end').waitFor();
    const top = await restingPlace();
    await panel.send(text('\n\nMore.\n\n'), text(longAnswer));
    await becomes(() => panel.log.evaluate((log) => log.scrollTop), top);
    await panel.button('New text below').click();
    await becomes(async () => (await distance()) <= 1, true);
    await panel.button('New text below').waitFor({ state: 'detached' });
    await panel.send(text('\n\nAnd more.'));
    await becomes(async () => (await distance()) <= 1, true);
  });

  it('stays at its end when the panel becomes narrow', async () => {
    await panel.page.setViewportSize({ width: 280, height: 500 });
    await panel.page.waitForFunction(() => {
      const log = document.querySelector('[role=log]');
      return log && log.scrollHeight - log.scrollTop - log.clientHeight <= 1;
    });
  });

  it('scrolls to a new question wherever the reader is', async () => {
    await panel.send(event({ type: 'answerEnded', messageId: 'a', status: 'complete' }));
    await panel.log.evaluate((log) => log.scrollTo(0, 0));
    await panel.button('Scroll to the end').waitFor();
    await panel.send(event({ type: 'userMessageAdded', message: question('q2', 'Next') }));
    await becomes(async () => (await distance()) <= 1, true);
  });

  it('never touches what is closed: nodes and a selection in them stay', async () => {
    await panel.page.evaluate(() => {
      const paragraphs = document.querySelectorAll('.markdown p');
      const first = paragraphs[0]?.firstChild;
      if (first) {
        getSelection()?.setBaseAndExtent(first, 0, first, 9);
      }
      const watched = window as unknown as { blocks: Node[]; touched: number };
      watched.blocks = [...paragraphs].slice(0, -1);
      watched.touched = 0;
      const observer = new MutationObserver((records) => {
        watched.touched += records.filter(({ target }) => watched.blocks.some((node) => node.contains(target))).length;
      });
      document
        .querySelectorAll('.markdown')
        .forEach((markdown) =>
          observer.observe(markdown, { subtree: true, childList: true, characterData: true, attributes: true }),
        );
    });
    for (const piece of ['\n\n- one', '\n- **two', '**\n\n```js\n', 'let a;\n', '```\n', '\nend']) {
      await panel.send(text(piece));
    }
    const result = await panel.page.evaluate(() => {
      const watched = window as unknown as { blocks: Node[]; touched: number };
      const attached = watched.blocks.every((node) => node.isConnected);
      return { touched: watched.touched, attached, selected: getSelection()?.toString() };
    });
    assert.deepEqual(result, { touched: 0, attached: true, selected: 'Paragraph' });
  });

  it('shows code as it comes, and the same code when the block closes', async () => {
    await panel.send(text('\n\n```py\nprint(1)\n'));
    const code = panel.page.locator('.code-block code');
    await becomes(() => code.textContent(), 'print(1)');
    await panel.send(text('``'));
    await becomes(() => code.textContent(), 'print(1)');
    await panel.send(text('`\n\nDone.'));
    await becomes(() => code.textContent(), 'print(1)');
    await panel.page.getByText('Done.').waitFor();
  });
});

function event(value: Extract<HostMessage, { type: 'conversationEvent' }>['event']): HostMessage {
  return { type: 'conversationEvent', conversationId: 'chat-1', event: value };
}

function text(piece: string): HostMessage {
  return event({ type: 'textAppended', messageId: 'a', text: piece });
}
