import type { PanelPage } from './panel-page';
import { sampleFormulas } from './sample-formulas';
import { answer, conversation, panelState, question } from './sample-state';
import type { Scene } from './scenes';

const [formulas = '', rest = ''] = sampleFormulas.split(/(?=\| Service)/);

/** What is drawn and coloured by scripts of their own, when it is there. */
export const markdownScenes: Readonly<Record<string, Scene>> = {
  formulas: { state: withAnswer(formulas), prepare: (panel) => isThere(panel, '.katex-html') },
  callouts: {
    state: withAnswer(
      ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION']
        .map((kind) => `> [!${kind}]\n> The index is built **before** the import, or \`npm run seed\` takes hours.`)
        .join('\n\n'),
    ),
  },
  coloredCode: {
    state: withAnswer(rest),
    prepare: (panel) => isThere(panel, '.footnote .token-number'),
  },
};

function withAnswer(text: string): Scene['state'] {
  return () => panelState({ conversation: conversation([question('q1', 'Why?'), answer('a1', { text })]) });
}

async function isThere(panel: PanelPage, selector: string): Promise<void> {
  await panel.log.locator(selector).last().waitFor();
  await panel.page.evaluate(() => document.fonts.ready);
}
