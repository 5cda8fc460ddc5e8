import assert from 'node:assert/strict';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, conversation, panelState, question } from './sample-state';
import { becomes } from '../support/becomes';

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

  /** Items in view of which not all three matches are marked. */
  const unmarkedInView = () =>
    panel.page.evaluate(() => {
      const found = ['iris-found', 'iris-found-current'].flatMap((name) => [...(CSS.highlights.get(name) ?? [])]);
      const view = document.querySelector('[role=log]')?.getBoundingClientRect();
      const items = [...document.querySelectorAll('.markdown li')].filter((item) => {
        const { top, bottom } = item.getBoundingClientRect();
        return view !== undefined && bottom > view.top && top < view.bottom;
      });
      return items.length === 0
        ? ['no item is in view']
        : items
            .filter((item) => found.filter((range) => item.contains(range.startContainer)).length !== 3)
            .map((item) => item.textContent);
    });

  it('counts what is in the whole chat, and goes to what is not rendered yet', async () => {
    panel = await openPanel({ state: long });
    await panel.composer.press('Control+f');
    await field().fill('NEEDLE');
    await counted('1 of 4');
    for (const count of ['2 of 4', '3 of 4', '4 of 4']) {
      await field().press('Enter');
      await counted(count);
      await becomes(() => currentIsInView(), true);
    }
    await field().press('Shift+Enter');
    await counted('3 of 4');
    await panel.announced('3 of 4');
    await panel.button('Next match').click();
    await panel.button('Next match').click();
    await counted('1 of 4');
    await becomes(() => currentIsInView(), true);
  });

  it('marks what is found, across bold letters and line ends', async () => {
    panel = await openPanel({ state: long });
    await panel.page.keyboard.press('Control+f');
    await field().fill('more needle');
    await counted('1 of 1');
    await becomes(() => marked(), [[], ['more\nneedle']]);
    await field().fill('the needle is');
    await counted('1 of 1');
    await becomes(() => marked(), [[], ['The needle is']]);
  });

  it('marks what is found across the pieces of highlighted code, once for each place', async () => {
    const text = `${'Before it.\n\n'.repeat(3)}\`\`\`js\nlet needle = aa(1);\nlet needle = aaa(1);\n\`\`\`\n\nlet **nee***dle* = \`aa\`(1).`;
    panel = await openPanel({
      state: panelState({ conversation: conversation([question('q', 'Hi'), answer('a', { text })]) }),
    });
    await panel.page.locator('.markdown .token-keyword').first().waitFor();
    await panel.page.keyboard.press('Control+f');
    await field().fill('let needle = aa(1)');
    await counted('1 of 2');
    await becomes(() => marked(), [['let needle = aa(1)'], ['let needle = aa(1)']]);
    await field().fill('aa');
    await counted('1 of 3');
    await becomes(() => marked(), [['aa', 'aa'], ['aa']]);
  });

  it('marks what is in view of a long answer, wherever that is', async () => {
    const lines = Array.from({ length: 600 }, (_, index) => `- Needle ${index}, or \`needle\` and *needle*.`);
    const text = Array.from({ length: 30 }, (_, index) => lines.slice(index * 20, index * 20 + 20).join('\n'));
    panel = await openPanel({
      state: panelState({
        conversation: conversation([question('q', 'Hi'), answer('a', { text: text.join('\n\nAnd so on.\n\n') })]),
      }),
    });
    await panel.page.keyboard.press('Control+f');
    await field().fill('needle');
    await counted('of 1800');
    for (const part of [0, 0.5, 0.97]) {
      await panel.log.evaluate((log, place) => log.scrollTo(0, log.scrollHeight * place), part);
      await becomes(() => unmarkedInView(), []);
    }
    const isBounded = async (): Promise<boolean> => ((await marked())[0] ?? []).length < 600;
    await becomes(() => isBounded(), true);
  });

  it('says when nothing is found, and gives the keyboard back where it was', async () => {
    panel = await openPanel({ state: long });
    await panel.composer.press('Control+f');
    await field().fill('haystack (.*)');
    await panel.announced('No results');
    await field().press('Escape');
    await field().waitFor({ state: 'detached' });
    await becomes(() => panel.focusedName(), 'Ask Iris');
    await becomes(() => marked(), [[], []]);
  });

  it('goes on from what is in view', async () => {
    panel = await openPanel({ state: long });
    await panel.log.evaluate((log) => log.scrollTo(0, log.scrollHeight / 2));
    await panel.button('Scroll to the end').waitFor();
    await panel.page.keyboard.press('Control+f');
    await field().fill('needle');
    await counted('4 of 4');
    await becomes(() => currentIsInView(), true);
  });

  it('is opened from the menu of the chat as well, and gives the keyboard back to it', async () => {
    panel = await openPanel({ state: long });
    const menu = panel.button('More about this chat');
    await menu.click();
    await panel.page.getByRole('menuitem', { name: 'Find in chat Ctrl+F' }).click();
    await becomes(() => panel.focusedName(), 'Find in chat');
    await panel.composer.click();
    await panel.page.keyboard.press('Control+f');
    await becomes(() => panel.focusedName(), 'Find in chat');
    await field().press('Escape');
    await becomes(() => panel.focusedName(), 'Ask Iris');
    await panel.button('Request settings').click();
    await menu.click();
    await panel.page.getByRole('menuitem', { name: 'Find in chat Ctrl+F' }).click();
    await becomes(() => panel.focusedName(), 'Find in chat');
    await field().press('Escape');
    await becomes(() => panel.focusedName(), 'More about this chat');
  });

  it('looks for what is selected in the chat', async () => {
    panel = await openPanel({ state: long });
    await panel.page
      .getByText('Answer 99.')
      .evaluate(({ firstChild: text }) => text && getSelection()?.setBaseAndExtent(text, 0, text, 9));
    await panel.page.keyboard.press('Control+f');
    await becomes(() => field().inputValue(), 'Answer 99');
    await counted('1 of 1');
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
