import { OpenAiServer } from '../../servers/openai-server';
import { answerText } from '../../servers/replies';
import { startNewChat } from '../support/chat';
import { useWorkbench } from '../support/use-workbench';

const answer = `\`cart.js:19\` reads the price of a product that is **no longer sold**: for such a line of the cart, \`findProduct\` gives \`undefined\`.

The smallest fix is to leave those lines out of the sum:

\`\`\`js
const product = findProduct(line.id);
return product
  ? sum + product.price * line.quantity
  : sum;
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
    await workbench().page.keyboard.press('Control+G');
    await workbench().quickInput.enter(':19');
    const chat = await startNewChat(workbench());
    await workbench().explorer.expand('pictures');
    await workbench().explorer.choose(['error.png'], 'Iris: Ask About This Image');
    await chat.waitForAttachments(1);
    await workbench().setSideBarWidth(480);
    const usage = { prompt_tokens: 1318, completion_tokens: 164 };
    server.reply(answerText([answer], { usage }));
    await chat.ask('Why does this test fail, and what is the smallest fix?');
    await chat.button('Send').waitFor();
    await chat.waitForText(/164/);
    await workbench().panel().getByRole('log').locator('img').first().waitFor();
    await workbench().runCommand('Notifications: Clear All Notifications');
    await chat.composer.click();
    await workbench().screenshot('readme');
  });
});
