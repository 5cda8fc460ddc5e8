import assert from 'node:assert/strict';
import { parseModelList } from '../../../../src/model/listing/parse-model-list';

const ids = (body: unknown): readonly string[] | undefined => parseModelList(body)?.map(({ id }) => id);

describe('parseModelList', () => {
  it('reads the list in each of its shapes, in the order of the server', () => {
    assert.deepEqual(ids({ object: 'list', data: [{ id: 'models/gemini' }, { id: 'b' }] }), ['models/gemini', 'b']);
    assert.deepEqual(ids([{ id: 'a' }]), ['a']);
    assert.deepEqual(ids({ data: [{ id: 'a' }], models: [{ name: 'other' }] }), ['a']);
    assert.deepEqual(ids({ models: [{ name: 'a' }, 'b'] }), ['a', 'b']);
  });

  it('leaves out what is no model, and the second of the same', () => {
    assert.deepEqual(ids([null, 3, {}, { id: '' }, { id: 'a' }, { id: 'a' }, '', { id: 'x'.repeat(501) }]), ['a']);
  });

  it('gives undefined for other answers', () => {
    for (const body of [undefined, null, 'list', 7, {}, { data: {} }, { models: 'none' }]) {
      assert.equal(ids(body), undefined);
    }
  });

  it('knows nothing of a model that only has a name', () => {
    assert.deepEqual(parseModelList({ data: [{ id: 'a', object: 'model', owned_by: 'openai' }] }), [
      { id: 'a', capabilities: {} },
    ]);
  });

  it('believes no field that has another type than it should', () => {
    const odd = [
      { architecture: 'text', pricing: 'free', supported_parameters: {}, top_provider: [], capabilities: 7 },
      { architecture: { input_modalities: 'image', modality: 3 }, pricing: { prompt: 'much', completion: {} } },
      {
        context_length: '8192',
        max_model_len: -1,
        context_window: 1.5,
        meta: null,
        pricing: { input: '', output: -2 },
      },
      { capabilities: { vision: 'yes', function_calling: 1 }, pricing: { prompt: '-1', completion: '-1' } },
      { capabilities: ['tool_use', 4], architecture: { input_modalities: [7, null] }, name: 12, display_name: [] },
    ];
    for (const fields of odd) {
      assert.deepEqual(parseModelList({ data: [{ id: 'a', ...fields }] }), [{ id: 'a', capabilities: {} }]);
    }
  });
});
