import assert from 'node:assert/strict';
import { manyModels } from '../../servers/many-models';
import { answerText, refuse, sendJson } from '../../servers/replies';
import { becomes } from '../support/becomes';
import { startNewChat } from '../support/chat';
import { until } from '../support/until';
import { useServerAndWorkbench } from '../support/use-server';

const command = 'Iris: Select Model';
const count = 1_200;

describe('The model picker', function () {
  this.timeout(180_000);
  const { server, workbench } = useServerAndWorkbench({ workspace: 'demo' });
  const input = () => workbench().quickInput;
  const row = (text: string | RegExp) => input().rows.filter({ hasText: text }).first();
  const firstLabels = async (many: number) => (await input().labels()).slice(0, many);
  const lists = () => server().requests.filter(({ path }) => path.endsWith('/models')).length;
  const open = async () => {
    await workbench().runCommand(command);
    await input().waitUntilOpen(command);
  };

  it('shows over a thousand models with what they take and cost', async () => {
    server().routes.set('/v1/models', sendJson(manyModels(count)));
    await open();
    await row('acme/omni-0').waitFor();
    await workbench().screenshot('model-picker-1-dark');
    const [current, heading] = [row(/test-vision.*current/), workbench().page.getByText('Loopback', { exact: true })];
    await current.waitFor();
    await heading.first().waitFor();
    const text = await row('borealis/omni-1').innerText();
    assert.match(text, /Borealis: Omni 1/);
    assert.match(text, /images · 32K context · \$0\.125 in · \$0\.50 out per 1M · Loopback/);
    await becomes(() => icons('borealis/omni-1'), ['eye']);
    await becomes(() => icons('acme/omni-0'), ['unmute', 'file-pdf', 'tools', 'lightbulb', 'json']);
    await becomes(() => row('acme/omni-0').innerText(), /free/);
  });

  it('says in its label for screen readers what the icons show', async () => {
    const label = await row('acme/omni-0').getAttribute('aria-label');
    assert.match(label ?? '', /sound, PDF, tools, reasoning, JSON/);
  });

  it('finds models by identifier, by name and by what they can do, at once', async () => {
    for (const [typed, found] of [
      ['cobalt/mini-1170', 'cobalt/mini-1170'],
      ['Delta: Mini 1171', 'delta/mini-1171'],
      ['pro-1180', 'ember/pro-1180'],
    ] as const) {
      await input().type(typed);
      await row(found).waitFor();
      await becomes(async () => (await firstLabels(1))[0], found);
    }
    await input().type('sound, PDF, tools');
    await row('acme/omni-0').waitFor();
    await workbench().screenshot('model-picker-2-search');
  });

  it('keeps up with typing', async () => {
    await input().type('');
    const typed = 'halcyon/thinker-1199';
    const started = performance.now();
    await workbench().page.keyboard.type(typed);
    await row('halcyon/thinker-1199').waitFor();
    console.log(`      ${((performance.now() - started) / typed.length).toFixed(1)} ms a key, among ${count} models`);
    await becomes(async () => (await firstLabels(1))[0], 'halcyon/thinker-1199');
  });

  it('takes a name that is in no list', async () => {
    await input().type('my-own-model');
    await input().activeRow.filter({ hasText: 'Use the name typed above' }).waitFor();
    await workbench().screenshot('model-picker-3-typed');
    await input().accept();
    const chat = await startNewChat(workbench());
    await chat.ask('Which model are you?');
    await chat.waitForText('All is well.');
    assert.equal(server().questions.at(-1)?.question.model, 'my-own-model');
  });

  it('opens from the last list without asking again, the model that was chosen first', async () => {
    const before = lists();
    await open();
    await row('acme/omni-0').waitFor();
    await becomes(() => firstLabels(3), ['my-own-model', 'test-vision', 'acme/omni-0']);
    assert.equal(lists(), before);
    await input().cancel();
  });

  it('pins models, which stay pinned when the window is loaded again', async () => {
    await open();
    await input().type('garnet/mini-1174');
    const pin = row('garnet/mini-1174').locator('.codicon-pin');
    await row('garnet/mini-1174').hover();
    await pin.click();
    await input().type('');
    await until('the pinned model', async () => ((await firstLabels(2))[1] === 'garnet/mini-1174' ? true : undefined));
    await workbench().screenshot('model-picker-4-pinned');
    await input().cancel();

    // A server that has become mute changes nothing: the list of the last session is there.
    server().routes.set('/v1/models', refuse(503));
    await workbench().reload();
    await open();
    await row('garnet/mini-1174').waitFor();
    await becomes(() => firstLabels(3), ['my-own-model', 'garnet/mini-1174', 'test-vision']);
  });

  it('asks again when it is told to, and says what went wrong', async () => {
    const refresh = workbench().page.locator('.quick-input-widget').getByRole('button', { name: 'Refresh Lists' });
    await refresh.click();
    await input().type('failed');
    await row(/failed \(HTTP 503\)/).waitFor();
    server().routes.set('/v1/models', sendJson({ data: [{ id: 'only-one' }] }));
    await input().type('');
    await refresh.click();
    await row('only-one').waitFor();
    await becomes(() => firstLabels(3), ['my-own-model', 'garnet/mini-1174', 'test-vision']);
  });

  it('looks right in a light theme', async () => {
    await input().cancel();
    server().routes.set('/v1/models', sendJson(manyModels(count)));
    await workbench().setTheme('light');
    await open();
    await workbench().page.locator('.quick-input-widget').getByRole('button', { name: 'Refresh Lists' }).click();
    await row('acme/omni-0').waitFor();
    await workbench().screenshot('model-picker-5-light');
    await input().cancel();
  });

  it('chooses with Enter, and lists what was used lately', async () => {
    await open();
    await input().type('acme/omni-0');
    await input().activeRow.filter({ hasText: 'acme/omni-0' }).waitFor();
    await input().accept();
    await input().waitUntilClosed();
    await open();
    await row(/acme\/omni-0.*current/s).waitFor();
    await becomes(() => firstLabels(3), ['acme/omni-0', 'garnet/mini-1174', 'my-own-model']);
    await input().cancel();
  });

  it('has a test beside it that sends a tiny picture and says what that showed', async () => {
    server().reply(answerText(['Red']), answerText(['Three']));
    await workbench().runCommand('Iris: Test Model');
    assert.equal(
      await workbench().notifications.message(/sees pictures/),
      'The model acme/omni-0 sees pictures. It hears sound.',
    );
    await workbench().screenshot('model-picker-6-tested');
  });

  async function icons(label: string): Promise<readonly string[]> {
    return await row(label)
      .locator('.codicon:not(.action-label)')
      .evaluateAll((elements) =>
        elements.flatMap((element) =>
          [...element.classList]
            .filter((name) => name.startsWith('codicon-') && name !== 'codicon-colored')
            .map((name) => name.slice(8)),
        ),
      );
  }
});
