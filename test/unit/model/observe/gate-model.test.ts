import assert from 'node:assert/strict';
import { ModelError } from '../../../../src/model/model-error';
import { gateModel } from '../../../../src/model/observe/gate-model';
import { fakeModel, question, stop, text, wholeAnswer } from './fake-model';

describe('a gated model', () => {
  it('is not asked at all while the gate is shut, whatever it is asked for', async () => {
    const shut = new ModelError('budgetReached', 'Enough.');
    const model = gateModel(fakeModel([text('Hi'), stop], { result: wholeAnswer, embedding: { vectors: [] } }), () =>
      Promise.reject(shut),
    );
    const calls = [
      model.complete('?'),
      model.chat(question('?')),
      model.embed(['?']),
      first(model.streamChat(question('?'))),
      first(model.streamComplete('?')),
    ];
    for (const call of calls) {
      await assert.rejects(call, shut);
    }
  });

  it('answers while it is open', async () => {
    const model = gateModel(fakeModel([text('Hi'), stop], { result: wholeAnswer }), () => Promise.resolve());
    assert.deepEqual(await model.complete('?'), wholeAnswer);
    assert.deepEqual(await first(model.streamChat(question('?'))), text('Hi'));
    assert.equal(model.metadata.model, 'eyes-1');
  });
});

async function first<T>(items: AsyncIterable<T>): Promise<T | undefined> {
  for await (const item of items) {
    return item;
  }
  return undefined;
}
