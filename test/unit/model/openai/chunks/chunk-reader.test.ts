import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import type { ModelDelta } from '../../../../../src/model/deltas';
import { ChunkReader } from '../../../../../src/model/openai/chunks/chunk-reader';
import { EventStreamParser } from '../../../../../src/model/openai/event-stream';

function read(...chunks: readonly unknown[]): { readonly reader: ChunkReader; readonly deltas: readonly ModelDelta[] } {
  const reader = new ChunkReader();
  return { reader, deltas: [...chunks.flatMap((chunk) => reader.read(chunk)), ...reader.end()] };
}

const choice = (delta: object, rest: object = {}): object => ({ choices: [{ index: 0, delta, ...rest }] });
const message = (content: object, rest: object = {}): object => ({
  choices: [{ index: 0, message: content, ...rest }],
});

describe('Chunks of an answer', () => {
  it('tell thoughts once, though two fields hold them', () => {
    const details = [{ type: 'reasoning.text', text: 'hm' }];
    const { deltas } = read(
      choice({ reasoning: 'hm', reasoning_details: details }),
      choice({ reasoning: '', reasoning_details: details }),
    );
    assert.deepEqual(deltas, [{ type: 'reasoning', text: 'hm' }]);
  });

  it('tell thoughts that only the details hold, and no encrypted ones', () => {
    const { deltas } = read(
      choice({
        reasoning_details: [
          { type: 'reasoning.summary', summary: 'short' },
          { type: 'reasoning.encrypted', data: 'c2VjcmV0', text: 'secret' },
          { type: 'reasoning.text', text: null, signature: 'c2ln' },
        ],
      }),
    );
    assert.deepEqual(deltas, [{ type: 'reasoning', text: 'short' }]);
  });

  it('keep several answers apart, with thinking tags and tool calls of their own', () => {
    const { deltas, reader } = read(
      { choices: [{ index: 1, delta: { content: '<think>a' } }] },
      { choices: [{ index: 0, delta: { content: 'b' } }] },
      { choices: [{ index: 1, delta: { content: '</think>c', tool_calls: [{ index: 0, function: { name: 'x' } }] } }] },
      { choices: [{ index: 1, delta: {}, finish_reason: 'stop' }] },
    );
    assert.deepEqual(deltas, [
      { type: 'reasoning', text: 'a', alternative: 1 },
      { type: 'text', text: 'b' },
      { type: 'text', text: 'c', alternative: 1 },
      { type: 'toolCall', index: 0, name: 'x', alternative: 1 },
    ]);
    assert.deepEqual(reader.finishReasons, [undefined, 'toolCalls']);
  });

  it('give choices without numbers those of their places', () => {
    const { deltas } = read({ choices: [{ message: { content: 'a' } }, { message: { content: 'b' } }] });
    assert.deepEqual(deltas, [
      { type: 'text', text: 'a' },
      { type: 'text', text: 'b', alternative: 1 },
    ]);
  });

  it('give out what was held back when they end', () => {
    assert.deepEqual(read(choice({ content: '<thi' })).deltas, [{ type: 'text', text: '<thi' }]);
  });

  it('may be one whole message, with thoughts before a lone closing tag', () => {
    assert.deepEqual(read(message({ content: 'hm\n</think>\n\nHello' }, { finish_reason: 'stop' })).deltas, [
      { type: 'reasoning', text: 'hm' },
      { type: 'text', text: 'Hello' },
    ]);
  });

  it('may be one whole message with a spoken answer in the format that was asked for', () => {
    const reader = new ChunkReader({ audioFormat: 'mp3' });
    assert.deepEqual(
      reader.read(message({ content: null, audio: { id: 'a', data: 'AAE=', transcript: 'Hi', expires_at: 1 } })),
      [{ type: 'audio', bytes: Uint8Array.of(0, 1), transcript: 'Hi', format: 'mp3' }],
    );
  });

  it('may hold the refusal as a part of the content', () => {
    assert.deepEqual(read(message({ content: [{ type: 'refusal', refusal: 'No.' }] })).deltas, [
      { type: 'refusal', text: 'No.' },
    ]);
  });

  it('name each source once, at its place where they tell it', () => {
    const annotation = (url: string, start: number, end: number): object => ({
      type: 'url_citation',
      url_citation: { url, title: 'T', start_index: start, end_index: end },
    });
    const { reader } = read(
      choice({ annotations: [annotation('https://a.example', 0, 3), annotation('https://a.example', 0, 3)] }),
      choice({ annotations: [annotation('https://a.example', 7, 9), annotation('https://b.example', 0, 0)] }),
      choice({ annotations: [annotation('not an address', 1, 2), { type: 'file_citation', file_citation: {} }] }),
      { choices: [], citations: ['https://a.example', 'https://c.example', 3, ''] },
    );
    assert.deepEqual(reader.citations, [
      { url: 'https://a.example', title: 'T', start: 0, end: 3 },
      { url: 'https://a.example', title: 'T', start: 7, end: 9 },
      { url: 'https://b.example', title: 'T' },
      { url: 'https://c.example' },
    ]);
  });

  it('take what was found for sources only where nothing is cited', () => {
    const found = { search_results: [{ title: 'A', url: 'https://a.example' }] };
    assert.deepEqual(read(found).reader.citations, [{ url: 'https://a.example', title: 'A' }]);
    assert.deepEqual(read({ ...found, citations: ['https://b.example'] }).reader.citations, [
      { url: 'https://b.example' },
    ]);
  });

  for (const [what, chunk, error] of [
    ['beside its choices', { error: { message: 'Broke' }, choices: [] }, { message: 'Broke' }],
    ['in a choice', { choices: [{ delta: {}, finish_reason: 'error', error: { code: 502 } }] }, { code: 502 }],
    ['by its finish reason alone', choice({}, { finish_reason: 'error' }), 'The server broke off the answer (error).'],
  ] as const) {
    it(`report a failure ${what}, which finishes nothing`, () => {
      const { reader } = read(choice({ content: 'a' }), chunk);
      assert.deepEqual(reader.failure, { error });
      assert.deepEqual(reader.finishReasons, [undefined]);
    });
  }

  for (const nothing of [null, '', false]) {
    it(`report no failure where the error is ${JSON.stringify(nothing)}`, () => {
      assert.equal(read({ error: nothing, choices: [{ delta: {}, error: nothing }] }).reader.failure, undefined);
    });
  }

  it('never break the reader, whatever stands in the place of what', () => {
    const odd: readonly unknown[] = [null, true, 0, -1, 1.5, 1e99, '', 'x', [], ['x'], [null], {}, { type: 'x' }];
    let count = 0;
    for (const chunks of recordings()) {
      chunks.forEach((chunk, index) => {
        for (const place of placesIn(chunk)) {
          for (const value of odd) {
            const { deltas, reader } = read(
              ...chunks.slice(0, index),
              replaced(chunk, place, value),
              ...chunks.slice(index + 1),
            );
            void [reader.usage, reader.citations, reader.failure, reader.finishReasons];
            deltas.forEach(assertSound);
            count += 1;
          }
        }
      });
    }
    assert.ok(count > 10_000, `${count} changed chunks`);
  });
});

/** The chunks of each recorded stream. */
function recordings(): unknown[][] {
  return globSync('test/fixtures/dialects/*/stream.sse').map((file) =>
    new EventStreamParser()
      .push(readFileSync(file))
      .flatMap(({ data }) => (data === '[DONE]' ? [] : [JSON.parse(data) as unknown])),
  );
}

type Place = readonly (string | number)[];

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) {
    return [[]];
  }
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const inside = value as Readonly<Record<string | number, unknown>>;
  return [[], ...keys.flatMap((key) => placesIn(inside[key]).map((place) => [key, ...place]))];
}

function replaced(value: unknown, [key, ...rest]: Place, by: unknown): unknown {
  if (key === undefined) {
    return by;
  }
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

/** Whether a delta is of the shape that its type promises. */
function assertSound(delta: ModelDelta): void {
  switch (delta.type) {
    case 'reasoning':
      assert.ok(typeof delta.text === 'string' && (delta.text !== '' || delta.claimsText));
      break;
    case 'text':
    case 'refusal':
      assert.ok(typeof delta.text === 'string' && delta.text !== '');
      break;
    case 'toolCall':
      assert.ok(Number.isInteger(delta.index) && delta.index >= 0);
      assert.ok(
        [delta.id, delta.name, delta.argumentsText].every((text) => text === undefined || typeof text === 'string'),
      );
      break;
    case 'audio':
      assert.ok(delta.bytes !== undefined || delta.transcript !== undefined);
      break;
    case 'logprobs':
      assert.ok(delta.tokens.every(({ token, logprob }) => typeof token === 'string' && Number.isFinite(logprob)));
      break;
    case 'citation':
    case 'adjusted':
    case 'outputChecked':
    case 'usage':
    case 'finish':
    case 'retry':
      assert.fail(`No chunk gives ${delta.type}.`);
  }
}
