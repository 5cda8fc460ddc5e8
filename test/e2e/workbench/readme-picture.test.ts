import { OpenAiServer } from '../../servers/openai-server';
import { answerText } from '../../servers/replies';
import { startNewChat } from '../support/chat';
import { useWorkbench } from '../support/use-workbench';

const answer = `The test **“ignores products that are no longer sold”** fails with

\`TypeError: Cannot read properties of undefined (reading 'price')\`

at \`cart.js:19\`. A line of the cart can name a product that is gone. \`findProduct\` then gives \`undefined\`, and \`total\` reads its price all the same.

Leave such lines out:

\`\`\`js
return lines.reduce((sum, line) => {
  const product = findProduct(line.id);
  return product
    ? sum + product.price * line.quantity
    : sum;
}, 0);
\`\`\`
`;

/** Writes out/screenshots/readme.png, of which docs/images/panel.png is made. */
describe('The picture of the README', function () {
  this.timeout(120_000);
  let server: OpenAiServer;
  before(async () => (server = await OpenAiServer.start()));
  after(() => server.close());
  const workbench = useWorkbench(() => ({
    workspace: 'demo',
    settings: {
      'breadcrumbs.enabled': false,
      'editor.minimap.enabled': false,
      'iris.endpoints': [{ name: 'Ollama', baseUrl: server.baseUrl, model: 'qwen3-vl:8b' }],
    },
  }));

  it('shows a question about a screenshot beside the code it is about', async () => {
    await workbench().quickInput.openFile('cart.js');
    const chat = await startNewChat(workbench());
    await workbench().explorer.expand('pictures');
    await workbench().explorer.choose(['error.png'], 'Iris: Ask About This Image');
    await chat.waitForAttachments(1);
    await workbench().setSideBarWidth(480);
    const usage = { prompt_tokens: 1318, completion_tokens: 164 };
    server.reply(answerText(answer.match(/[^ ]+ ?/g) ?? [], { usage }));
    await chat.ask('Why does this test fail, and what is the smallest fix?');
    await chat.button('Send').waitFor();
    await chat.waitForText(/164/);
    await workbench().panel().getByRole('log').locator('img').first().waitFor();
    await workbench().screenshot('readme');
  });
});
