import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { OpenAiServer } from '../../servers/openai-server';
import { startNewChat } from '../support/chat';
import { useServerAndWorkbench } from '../support/use-server';

const key = 'sk-sentinel-7f3a9c2e5b8d4160';

describe('Keys', function () {
  this.timeout(180_000);
  const { server, workbench } = useServerAndWorkbench({ workspace: 'demo' });

  it('are entered once and last over a reload', async () => {
    server().key = key;
    const chat = await startNewChat(workbench());
    await chat.ask('May I?');
    await chat.button('Set API Key').click();
    await workbench().quickInput.waitUntilOpen('Iris: Set API Key');
    await workbench().quickInput.enter(key);
    await chat.waitForText('All is well.');
    await workbench().reload();
    const another = await startNewChat(workbench());
    await another.ask('And now?');
    await another.waitForText('All is well.');
  });

  it('are in no file of the profile, not in the log, not in the page', async () => {
    await workbench().runCommand('Iris: Show Log');
    const files = await filesWith(key, workbench().dataFolder);
    assert.deepEqual(files, []);
    assert.notEqual((await filesWith('test-vision', workbench().dataFolder)).length, 0, 'The search finds nothing.');
    const stored = await workbench().page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    assert(!stored.includes(key));
    assert(!(await workbench().panel().locator('html').innerHTML()).includes(key));
    assert(!JSON.stringify(await workbench().settings.read()).includes(key));
  });

  it('do not follow their endpoint to another server', async () => {
    const other = await OpenAiServer.start();
    other.key = key;
    try {
      await workbench().settings.change({
        'iris.endpoints': [{ name: 'Loopback', baseUrl: other.baseUrl, model: 'test-vision' }],
      });
      const chat = await startNewChat(workbench());
      await chat.ask('Do you know me?');
      await chat.button('Set API Key').waitFor();
      assert.equal(other.questions.length, 1);
      assert.equal(other.questions[0]?.headers.authorization, undefined);
      assert.equal(other.questions[0]?.headers['api-key'], undefined);
    } finally {
      await other.close();
    }
  });
});

/** Files below a folder that hold a text, plain or as base64. */
async function filesWith(text: string, folder: string): Promise<readonly string[]> {
  // However a base64 text is aligned, this much of its middle shows.
  const encoded = [0, 1, 2].map((shift) =>
    Buffer.from(text.slice(shift))
      .toString('base64')
      .slice(0, Math.floor((text.length - shift) / 3) * 4),
  );
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    if ([text, ...encoded].some((needle) => bytes.includes(needle))) {
      found.push(file);
    }
  }
  return found;
}
