import assert from 'node:assert/strict';
import { OpenAiServer } from '../../servers/openai-server';
import { answerText, refuse } from '../../servers/replies';
import { becomes } from '../support/becomes';
import { startNewChat } from '../support/chat';
import { until } from '../support/until';
import { useWorkbench } from '../support/use-workbench';

const key = 'sk-right-key-0123456789';
const title = 'Iris: Add Endpoint';

describe('Endpoints', function () {
  this.timeout(120_000);
  let server: OpenAiServer;
  /** The one that the environment names. */
  let another: OpenAiServer;
  before(async () => {
    [server, another] = await Promise.all([OpenAiServer.start(), OpenAiServer.start()]);
    another.key = key;
  });
  after(() => Promise.all([server.close(), another.close()]));
  const workbench = useWorkbench(() => ({
    workspace: 'demo',
    env: { OPENAI_API_KEY: key, OPENAI_BASE_URL: another.baseUrl },
  }));

  const input = () => workbench().quickInput;
  const row = (text: string | RegExp) => input().rows.filter({ hasText: text }).first();
  const says = (message: RegExp) =>
    until(`the message ${message}`, async () => (message.test(await input().message()) ? true : undefined));
  const refreshLists = () =>
    workbench().page.locator('.quick-input-widget').getByRole('button', { name: 'Refresh Lists' }).click();
  const picture = (name: string) => workbench().screenshot(`endpoints-${name}`);

  /** Starts the dialogue and answers it up to the key. */
  const startOther = async (name: string): Promise<void> => {
    await workbench().runCommand(title);
    await input().waitUntilOpen(title);
    await input().type('Other');
    await input().pick(/^Other/);
    await says(/Base URL/);
    await input().enter(server.baseUrl);
    await says(/Name of this endpoint/);
    await input().enter(name);
  };

  it('are added step by step: refused key, right key, model, test question', async () => {
    server.key = key;
    server.reply(answerText(['Red']));
    await workbench().runCommand(title);
    await input().waitUntilOpen(title);
    await picture('1-server');
    await input().type('Other');
    await input().pick(/^Other/);
    await says(/Base URL/);
    await input().enter('127.0.0.1');
    await says(/is not a URL/);
    await picture('2-address');
    await input().enter(`${server.baseUrl}/`);
    await says(/Name of this endpoint/);
    await input().enter('Loopback');
    await row(/did not accept the API key|asks for an API key/).waitFor();
    await picture('3-refused');
    await input().pick('Edit key');
    await says(/API key/);
    await picture('4-key');
    await input().enter(key);
    await row('test-text').waitFor();
    await picture('5-model');
    // Nothing is typed yet that could be used.
    await becomes(() => input().labels(), ['test-vision', 'test-text']);
    await input().type('my-own-model');
    await row('Use the name typed above').waitFor();
    await input().type('');
    await becomes(() => input().labels(), ['test-vision', 'test-text']);
    await input().activeRow.filter({ hasText: 'test-vision' }).waitFor();
    await input().accept();
    const message = await workbench().notifications.message('Loopback is saved');
    assert.match(message, /The model test-vision sees pictures\./);
    await picture('6-saved');
    assert.equal(server.questions.at(-1)?.images.length, 1);
    await workbench().notifications.choose('Loopback is saved', 'Ask About a Picture');
    await workbench().panel().locator('[aria-label="Ask Iris"]:focus').waitFor();
  });

  it('answer from the moment they are saved', async () => {
    const chat = await startNewChat(workbench());
    server.reply(answerText(['Here I am.']));
    await chat.ask('Who is there?');
    await chat.waitForText('Here I am.');
    assert.equal(server.questions.at(-1)?.headers.authorization, `Bearer ${key}`);
    assert.equal(server.questions.at(-1)?.question.model, 'test-vision');
  });

  it('offer the choice of another model, the current one marked and first', async () => {
    await workbench().runCommand('Iris: Select Model');
    await row('test-text').waitFor();
    await picture('7-select');
    await becomes(() => input().labels(), ['test-vision', 'test-text', 'Built-in reader', 'Add endpoint…']);
    await input().pick('test-text');
    await workbench().runCommand('Iris: Select Model');
    await row(/test-text.*current/).waitFor();
    await row('test-vision').waitFor();
    await becomes(async () => (await input().labels())[0], 'test-text');
    await input().type('my-own-model');
    await input().pick('Use the name typed above');
    const chat = await startNewChat(workbench());
    await chat.ask('Which model are you?');
    await chat.waitForText('All is well.');
    assert.equal(server.questions.at(-1)?.question.model, 'my-own-model');
  });

  it('tell in the list that theirs could not be read', async () => {
    server.key = 'sk-another-key';
    await workbench().runCommand('Iris: Select Model');
    await refreshLists();
    await row(/did not accept the API key/).waitFor();
    await picture('8-select-failed');
    await input().cancel();
    server.key = undefined;
  });

  it('may be saved though the test fails', async () => {
    server.reply(refuse(404, { error: { message: 'model not found', code: 'model_not_found' } }));
    await startOther('Broken');
    await row('test-vision').waitFor();
    await input().pick('test-vision');
    await row('does not know this model').waitFor();
    await picture('9-test-failed');
    await input().pick(/^Save/);
    assert.match(await workbench().notifications.message('Broken is saved'), /did not answer/);
  });

  it('are offered from the environment without asking for a key', async () => {
    another.reply(answerText(['red']));
    await workbench().runCommand(title);
    await input().waitUntilOpen(title);
    await input().pick('(environment)');
    await says(/Name of this endpoint/);
    await input().accept();
    await row('test-vision').waitFor();
    await input().pick('test-vision');
    await workbench().notifications.message(/\(environment\) is saved/);
    assert.equal(another.questions.at(-1)?.headers.authorization, `Bearer ${key}`);
  });

  it('lose their key when an empty one is confirmed', async () => {
    await workbench().runCommand('Iris: Set API Key');
    await row('Loopback').waitFor();
    await input().enter('Loopback');
    await says(/Leave it empty to remove the stored key/);
    await input().enter('');
    await workbench().page.getByRole('dialog').getByRole('button', { name: 'Remove Key', exact: true }).click();
    const before = server.requests.length;
    await workbench().runCommand('Iris: Select Model');
    await refreshLists();
    const request = await server.request(before + 1);
    assert.equal(request.headers.authorization, undefined);
    await input().cancel();
  });

  it('are removed with a confirmation', async () => {
    await workbench().runCommand('Iris: Remove Endpoint');
    await row('Broken').waitFor();
    await input().enter('Broken');
    const dialog = workbench().page.getByRole('dialog').filter({ hasText: 'Remove the endpoint "Broken"?' });
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await until('the endpoint to be gone', async () =>
      JSON.stringify(await workbench().settings.read()).includes('"Broken"') ? undefined : true,
    );
    assert.match(JSON.stringify(await workbench().settings.read()), /"Loopback"/);
  });

  it('whose server is gone are changed where the failure is told, and the question is asked again', async () => {
    const gone = await OpenAiServer.start();
    const { baseUrl } = gone;
    const kept = { name: 'Moved', model: 'test-vision', maxRetries: 0, headers: { 'x-team': 'eyes' }, note: 'mine' };
    await workbench().settings.change({ 'iris.endpoints': [{ ...kept, baseUrl }] });
    const chat = await startNewChat(workbench());
    await chat.ask('Who is there?');
    await chat.waitForText('All is well.');
    await gone.close();
    await chat.ask('Are you still there?');
    await chat.waitForText('Nothing answers at the address of Moved');
    await picture('10-gone');
    await chat.button('Edit Endpoint').click();
    await input().waitUntilOpen('Iris: Edit Endpoint');
    await becomes(() => input().value(), baseUrl);
    await picture('11-edit');
    server.reply(answerText(['Red']), answerText(['I have moved.']));
    await input().enter(server.baseUrl);
    await input().activeRow.filter({ hasText: 'test-vision' }).waitFor();
    await input().accept();
    await chat.waitForText('I have moved.');
    assert.equal(server.questions.at(-1)?.headers['x-team'], 'eyes');
    await becomes(
      async () => (await workbench().settings.read())['iris.endpoints'],
      [{ ...kept, baseUrl: server.baseUrl }],
    );
  });

  it('that are changed take their key to no other server, and keep it on their own', async () => {
    const strange = await OpenAiServer.start();
    strange.key = 'sk-strange-key-0123456789';
    server.key = key;
    try {
      await workbench().runCommand('Iris: Set API Key');
      await says(/API key of Moved/);
      await input().enter(key);
      await workbench().runCommand('Iris: Edit Endpoint');
      await row('Moved').waitFor();
      await input().enter('Moved');
      await says(/Base URL/);
      await input().enter(strange.baseUrl);
      await row(/asks for an API key/).waitFor();
      await picture('12-other-server');
      assert.equal((await strange.request(1)).headers.authorization, undefined);
      await input().pick('Edit address');
      await says(/Base URL/);
      await input().enter(server.baseUrl);
      await input().activeRow.filter({ hasText: 'test-vision' }).waitFor();
      assert.equal(server.requests.at(-1)?.headers.authorization, `Bearer ${key}`);
      await input().cancel();
    } finally {
      await strange.close();
    }
  });
});
