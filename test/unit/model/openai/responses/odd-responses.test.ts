import assert from 'node:assert/strict';
import { ModelError } from '../../../../../src/model/model-error';
import { createOpenAiModel } from '../../../../../src/model/openai/openai-model';
import { ResponseReader } from '../../../../../src/model/openai/responses/response-reader';
import { recorded } from './responses-setting';

const oddities: readonly unknown[] = [null, 0, -1.5, true, '', 'odd', [], [null], {}, { type: 'message' }];

describe('A response with odd JSON', () => {
  it('is read without an exception, whatever stands in whichever place of its events', () => {
    const events = ['answer.sse', 'calls.sse'].flatMap((name) =>
      [
        ...recorded(name)
          .toString('utf8')
          .matchAll(/^data: (.*)$/gm),
      ].map(([, data]) => JSON.parse(data ?? '') as unknown),
    );
    let count = 0;
    for (const [place, event] of events.entries()) {
      for (const changed of variants(event)) {
        const reader = new ResponseReader();
        for (const read of [...events.slice(0, place), changed, ...events.slice(place + 1)]) {
          assert.ok(reader.read(read).every(({ type }) => typeof type === 'string'));
        }
        count++;
      }
    }
    assert.ok(count > 1_000);
  });

  it('in one piece is an answer or a typed failure, whatever stands in whichever place', async () => {
    const answer = JSON.parse(recorded('answer.json').toString('utf8')) as unknown;
    const kinds = new Set<string>();
    for (const changed of variants(answer)) {
      const model = createOpenAiModel({
        endpoint: { name: 'Test', baseUrl: 'http://127.0.0.1/v1', model: 'm', api: 'responses' },
        model: 'm',
        apiKey: () => Promise.resolve(undefined),
        fetch: () => Promise.resolve(Response.json(changed)),
      });
      try {
        assert.equal(typeof (await model.complete('Hi')).text, 'string');
        kinds.add('answer');
      } catch (error) {
        assert.ok(error instanceof ModelError, `${String(error)}: ${JSON.stringify(changed)}`);
        kinds.add(error.kind);
      }
    }
    assert.deepEqual([...kinds].sort(), ['answer', 'incompleteAnswer', 'notAStream', 'serverError']);
  });
});

/** The value with each of its parts, and itself, replaced by each oddity. */
function* variants(value: unknown): Generator {
  yield* oddities;
  if (typeof value !== 'object' || value === null) {
    return;
  }
  for (const [name, part] of Object.entries(value)) {
    for (const changed of variants(part)) {
      const copy: object = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
      Reflect.set(copy, name, changed);
      yield copy;
    }
  }
}
