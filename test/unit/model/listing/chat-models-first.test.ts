import assert from 'node:assert/strict';
import { chatModelsFirst } from '../../../../src/model/listing/chat-models-first';

const models = (...ids: readonly string[]) => ids.map((id) => ({ id, capabilities: {} }));

describe('A list of models', () => {
  it('keeps the order of the server, with models that do not chat at the end', () => {
    const ordered = chatModelsFirst(models('text-embedding-3-small', 'gpt-5', 'whisper-1', 'gpt-4o-mini'));
    assert.deepEqual(
      ordered.map(({ id }) => id),
      ['gpt-5', 'gpt-4o-mini', 'text-embedding-3-small', 'whisper-1'],
    );
  });

  it('believes what the server says of a model rather than its name', () => {
    const ordered = chatModelsFirst([
      { id: 'painter', capabilities: { output: { text: false, image: true } } },
      { id: 'speech-lover', capabilities: { output: { text: true } } },
    ]);
    assert.deepEqual(
      ordered.map(({ id }) => id),
      ['speech-lover', 'painter'],
    );
  });
});
