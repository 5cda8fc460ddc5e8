import assert from 'node:assert/strict';
import { modelName } from '../../../../media/format/model-name';
import { offlineReader } from '../../../../src/shared/offline-reader';

describe('the name of a model', () => {
  it('is the one that the composer has for the built-in reader', () => {
    assert.equal(modelName(offlineReader), 'Built-in reader');
  });

  it('is its identifier for all others', () => {
    assert.equal(modelName({ endpoint: 'Ollama', model: 'llava' }), 'llava');
    assert.equal(modelName({ endpoint: 'Mine', model: 'offline-reader' }), 'offline-reader');
  });
});
