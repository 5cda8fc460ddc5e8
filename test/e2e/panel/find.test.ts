import assert from 'node:assert/strict';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, conversation, panelState, question } from './sample-state';

describe('find in chat', () => {
  let panel: PanelPage;
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  /** A hundred questions and answers; what is looked for is in four places, the first ones far above. */
  const long = panelState({
    conversation: conversation(
      Array.from({ length: 100 }, (_, index) => [
        question(`q${index}`, index === 3 ? 'Where is the needle?' : `Question ${index}`),
        answer(`a${index}`, {
          text:
            (index === 3 ? 'The **nee**dle is here.\n\n```js\nlet needle = 1;\n```\n\n' : '') +
            (index === 90 ? 'One more\nneedle.\n\n' : '') +
            `Answer ${index}. ${'Some words. '.repeat(40)}`,
        }),
      ]).flat(),
    ),
  });
  const field = () => panel.page.getByRole('textbox', { name: 'Find in chat' });
  const counted = (text: string) => panel.page.locator('.find-count', { hasText: text }).waitFor();
  const marked = () =>
    panel.page.evaluate(() =>
      ['iris-found', 'iris-found-current'].map((name) =>
        [...(CSS.highlights.get(name) ?? [])].map((range) => (range instanceof Range ? range.toString() : '')),
      ),
    );
  const currentIsInView = () =>
    panel.page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('iris-found-current') ?? [])];
      const box = range instanceof Range ? range.getBoundingClientRect() : undefined;
      const view = document.querySelector('[role=log]')?.getBoundingClientRect();
      return box !== undefined && view !== undefined && box.top >= view.top && box.bottom <= view.bottom;
    });

  it('counts what is in the whole chat, and goes to what is not rendered yet', async () => {
    panel = await openPanel({ state: long });
    await panel.composer.press('Control+f');
    await field().fill('NEEDLE');
    await counted('1 of 4');
    for (const count of ['2 of 4', '3 of 4', '4 of 4']) {
      await field().press('Enter');
      await counted(count);
      assert.ok(await currentIsInView(), count);
    }
    await field().press('Shift+Enter');
    await counted('3 of 4');
    await panel.announced('3 of 4');
    await panel.button('Next match').click();
    await panel.button('Next match').click();
    await counted('1 of 4');
    assert.ok(await currentIsInView());
  });

  it('marks what is found, across bold letters and line ends', async () => {
    panel = await openPanel({ state: long });
    await panel.page.keyboard.press('Control+f');
    await field().fill('more needle');
    await counted('1 of 1');
    assert.deepEqual(await marked(), [[], ['more\nneedle']]);
    await field().fill('the needle is');
    await counted('1 of 1');
    assert.deepEqual(await marked(), [[], ['The needle is']]);
  });

  it('says when nothing is found, and gives the keyboard back where it was', async () => {
    panel = await openPanel({ state: long });
    await panel.composer.press('Control+f');
    await field().fill('haystack (.*)');
    await panel.announced('No results');
    await field().press('Escape');
    await field().waitFor({ state: 'detached' });
    assert.equal(await panel.focusedName(), 'Ask Iris');
    assert.deepEqual(await marked(), [[], []]);
  });

  it('finds what is written while it is open', async () => {
    panel = await openPanel({
      state: panelState({ conversation: conversation([question('q', 'Hi'), answer('a', { status: 'streaming' })]) }),
    });
    await panel.page.keyboard.press('Control+f');
    await field().fill('needle');
    await panel.announced('No results');
    await panel.send({
      type: 'conversationEvent',
      conversationId: 'chat-1',
      event: { type: 'textAppended', messageId: 'a', text: 'A needle.' },
    });
    await counted('1 of 1');
  });
});
