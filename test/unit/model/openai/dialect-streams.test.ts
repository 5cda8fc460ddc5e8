import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ModelDelta } from '../../../../src/model/deltas';
import { ModelError } from '../../../../src/model/model-error';
import { Exchange } from '../../../../src/model/openai/exchange';
import { defaultLimits } from '../../../../src/model/openai/limits';
import { sendBytes } from '../../../servers/replies';
import { type DialectStream, dialectStreams } from './dialect-streams';
import { type Outcome, read, Setting } from './setting';

const folder = path.join('test', 'fixtures', 'dialects');

function bytesOf(dialect: string): Buffer {
  return readFileSync(path.join(folder, dialect, 'stream.sse'));
}

/** Neighbouring pieces of one text joined: how much comes at once is up to the server. */
function joined(deltas: readonly ModelDelta[]): ModelDelta[] {
  const all: ModelDelta[] = [];
  for (const delta of deltas) {
    const last = all.at(-1);
    if (
      (delta.type === 'text' || delta.type === 'reasoning') &&
      last?.type === delta.type &&
      last.alternative === delta.alternative
    ) {
      all[all.length - 1] = { ...last, text: last.text + delta.text };
    } else {
      all.push(delta);
    }
  }
  return all;
}

function compare({ deltas, error }: Outcome, expected: DialectStream, how: string): void {
  assert.deepEqual(joined(deltas), expected.deltas, how);
  const failure = error instanceof ModelError ? { kind: error.kind, detail: error.detail } : error;
  assert.deepEqual(failure, expected.failure, how);
}

function bodyOf(portions: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => {
      portions.forEach((portion) => controller.enqueue(portion));
      controller.close();
    },
  });
}

/** What the client gets to read when a server's answer comes in these portions. */
async function normalized(portions: readonly Uint8Array<ArrayBuffer>[]): Promise<string> {
  const exchange = new Exchange({
    endpoint: { name: 'Test', baseUrl: 'http://127.0.0.1/v1', model: 'test' },
    apiKey: () => Promise.resolve(undefined),
    fetch: () => Promise.resolve(new Response(bodyOf(portions))),
    limits: defaultLimits,
    expects: 'stream',
    hasImages: false,
    signal: undefined,
    onSend: () => undefined,
  });
  return (await exchange.fetch('http://127.0.0.1/v1/chat/completions', { method: 'POST' })).text();
}

describe('A stream as it comes from', () => {
  for (const expected of dialectStreams) {
    const { dialect, parameters } = expected;
    const options = parameters ? { parameters } : {};

    it(`${dialect} is understood, also when its bytes come one by one`, async () => {
      await using setting = await Setting.create();
      const bytes = bytesOf(dialect);
      setting.server.reply(sendBytes([bytes]), sendBytes(Array.from(bytes, (byte) => Uint8Array.of(byte))));
      for (const how of ['at once', 'byte by byte']) {
        compare(await read(setting.model.streamComplete('Hi', [], options)), expected, how);
      }
    });

    it(`${dialect} is the same to the client wherever its bytes are cut in two`, async () => {
      const bytes = Uint8Array.from(bytesOf(dialect));
      const whole = await normalized([bytes]);
      for (let place = 1; place < bytes.length; place++) {
        assert.equal(await normalized([bytes.slice(0, place), bytes.slice(place)]), whole, `cut at ${place}`);
      }
    });
  }

  it('every server that is recorded is in the table', () => {
    const recorded = globSync('*/stream.sse', { cwd: folder }).map((file) => path.dirname(file));
    assert.deepEqual(recorded.sort(), dialectStreams.map(({ dialect }) => dialect).sort());
  });
});
