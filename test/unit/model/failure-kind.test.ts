import assert from 'node:assert/strict';
import { failureKind } from '../../../src/model/failure-kind';

function kindOf(status: number, words: string): string {
  return failureKind({ status, words, hasImages: false, keySent: true });
}

describe('The kind of a refusal', () => {
  for (const words of [
    'The model does not support tools: tool calling is not available',
    "The model doesn't currently support tools, since a template is not found",
    'Model phi-2: function calling is not supported',
    'With this model tool_choice is not supported',
  ]) {
    it(`is not that the model is missing where the model lacks something: ${words}`, () => {
      assert.equal(kindOf(400, words), 'badRequest');
    });
  }

  it('is not that the model is missing where no provider of it offers what was asked', () => {
    assert.equal(kindOf(404, 'No endpoints found that support tool use.'), 'badRequest');
  });

  for (const words of [
    'The model `tool-llama` does not exist or you do not have access to it.',
    "model 'functionary-small' not found, try pulling it first",
    'The model parameter x does not exist',
    'Model gpt-9 is not supported',
    'No endpoints found for x/y.',
  ]) {
    it(`is that the model is missing: ${words}`, () => {
      assert.equal(kindOf(400, words), 'modelNotFound');
      assert.equal(kindOf(404, words), 'modelNotFound');
    });
  }
});
