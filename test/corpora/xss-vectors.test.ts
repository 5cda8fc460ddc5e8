import assert from 'node:assert/strict';
import type { PanelState } from '../../src/shared/protocol';
import { closeBrowser } from '../workbench/shared-browser.mjs';
import { answer, conversation, panelState, picture, question } from '../e2e/panel/sample-state';
import { exfiltrations } from './support/exfiltrations';
import { corporaFolder } from './support/corpora-folder';
import { type Payloads, readPayloads } from './support/read-payloads';
import { WatchedPanel } from './support/watched-panel';

/** Payloads on one page. */
const batchLength = 400;

/** Pieces in which an answer comes, in UTF-16 units. */
const pieceLength = 6_000;

/** What a payload may stand in. Each is a block of its own, so that none hides the next one for long. */
const places: Readonly<Record<string, (payload: string) => string>> = {
  text: (payload) => payload,
  'address of a link': (payload) => `[link](<${payload}>) [link](${payload.replace(/\s/g, '%20')})`,
  'address of a picture': (payload) => `![picture](<${payload}>) ![${payload}](https://evil.example/picture)`,
  'table cell': (payload) => `| a | b |\n| - | - |\n| ${payload} | \`${payload}\` |`,
  'name of a language': (payload) => `~~~ ${payload}\ncode\n~~~`,
};

describe('Scripts and addresses that others hide in text', function () {
  this.timeout(300_000);
  const folder = corporaFolder();
  const corpora = read(folder);
  const counts: string[] = [];

  after(async () => {
    console.log(
      counts.length > 0
        ? `\nShown in the panel's page, without a script, request, navigation or violation of its policy:\n${counts.join('\n')}`
        : `\nSKIPPED: there are no payloads in ${folder}. IRIS_CORPORA names another.`,
    );
    await closeBrowser();
  });

  for (const { name, payloads } of corpora) {
    for (const [place, put] of Object.entries(places)) {
      it(`${name}: do nothing as the ${place} of an answer`, async () => {
        for (let start = 0; start < payloads.length; start += batchLength) {
          const blocks = payloads.slice(start, start + batchLength).map(put);
          assert.deepEqual(await streamed(blocks.join('\n\n')), [], `payloads from ${start}`);
        }
        counts.push(`  ${name}, ${place}: ${payloads.length}`);
      });
    }

    it(`${name}: do nothing in names, questions, thoughts and failures`, async () => {
      for (let start = 0; start < payloads.length; start += batchLength) {
        const batch = payloads.slice(start, start + batchLength);
        assert.deepEqual(await shown(everywhere(batch)), [], `payloads from ${start}`);
      }
      counts.push(`  ${name}, elsewhere: ${payloads.length}`);
    });
  }

  it('do nothing where they would send what is in the chat to an address, as they come and from a stored chat', async () => {
    const text = exfiltrations.join('\n\n');
    assert.deepEqual(await streamed(text), []);
    assert.deepEqual(
      await shown(panelState({ conversation: conversation([question('q1', text), answer('a1', { text })]) })),
      [],
    );
    counts.push(`  addresses that would be loaded: ${exfiltrations.length}`);
  });
});

function read(folder: string): readonly Payloads[] {
  try {
    return readPayloads(folder);
  } catch {
    return [];
  }
}

/** What comes of an answer that arrives piece by piece. */
async function streamed(text: string): Promise<readonly string[]> {
  const watched = await WatchedPanel.open(
    panelState({ conversation: conversation([question('q1', 'Hi'), answer('a1', { status: 'streaming' })]) }),
  );
  const event = (event: object) =>
    ({ type: 'conversationEvent', conversationId: 'chat-1', event }) as Parameters<typeof watched.panel.send>[0];
  for (let start = 0; start < text.length; start += pieceLength) {
    await watched.panel.send(
      event({ type: 'textAppended', messageId: 'a1', text: text.slice(start, start + pieceLength) }),
    );
  }
  await watched.panel.send(event({ type: 'answerEnded', messageId: 'a1', status: 'complete' }));
  const problems = await watched.problems();
  await watched.close();
  return problems;
}

async function shown(state: PanelState): Promise<readonly string[]> {
  const watched = await WatchedPanel.open(state);
  const problems = await watched.problems();
  await watched.close();
  return problems;
}

/** Wherever text that is not ours is shown beside an answer. */
function everywhere(payloads: readonly string[]): PanelState {
  const text = payloads.join('\n');
  const [first = '', second = first] = payloads;
  return panelState({
    conversation: conversation(
      [
        question(
          'q1',
          text,
          payloads.slice(0, 20).map((name, index) => picture(`p${index}`, name)),
        ),
        answer('a1', {
          text: 'Done.',
          reasoning: payloads.join('\n\n'),
          status: 'failed',
          failure: { kind: 'serverError', message: first, detail: text, actions: [] },
          citations: payloads.slice(0, 50).map((title) => ({ url: title, title })),
        }),
        question('q2', second),
        answer('a2', { text: '', refusal: text }),
      ],
      first,
    ),
    chats: [],
  });
}
