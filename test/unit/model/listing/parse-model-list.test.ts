import assert from 'node:assert/strict';
import { parseModelList } from '../../../src/model/model-list';

describe('A list of models', () => {
  it('keeps identifiers as they are, each once', () => {
    const body = { data: [{ id: 'models/gemini' }, { id: 'b' }, { id: 'models/gemini' }] };
    assert.deepEqual(parseModelList(body), ['models/gemini', 'b']);
  });

  it('may be given in any of three forms', () => {
    assert.deepEqual(parseModelList([{ id: 'a' }]), ['a']);
    assert.deepEqual(parseModelList({ data: [{ id: 'a' }], models: [{ name: 'other' }] }), ['a']);
    assert.deepEqual(parseModelList({ models: [{ name: 'a' }, 'b'] }), ['a', 'b']);
  });

  it('passes over entries that name nothing', () => {
    assert.deepEqual(parseModelList([null, 3, {}, { id: '' }, { id: 'a' }, '']), ['a']);
  });

  it('is not found in anything else', () => {
    for (const body of [undefined, null, 'a', 3, {}, { data: {} }, { error: 'x' }]) {
      assert.equal(parseModelList(body), undefined);
    }
  });
});
