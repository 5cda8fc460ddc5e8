import assert from 'node:assert/strict';
import { chatModelsFirst } from '../../../../src/features/add-endpoint/chat-models-first';

describe('A list of models', () => {
  it('keeps the order of the server, with models that do not chat at the end', () => {
    assert.deepEqual(chatModelsFirst(['text-embedding-3-small', 'gpt-5', 'whisper-1', 'gpt-4o-mini']), [
      'gpt-5',
      'gpt-4o-mini',
      'text-embedding-3-small',
      'whisper-1',
    ]);
  });
});
