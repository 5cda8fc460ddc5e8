import assert from 'node:assert/strict';
import { choiceKey, isModelChoice, type ModelChoice } from '../../../../src/vscode/models/model-choice';

const choices: readonly ModelChoice[] = [
  { type: 'offline' },
  { type: 'endpoint', endpoint: 'copilot', model: 'gpt' },
  { type: 'endpoint', endpoint: 'other', model: 'gpt' },
  { type: 'languageModel', vendor: 'copilot', id: 'gpt', label: 'GPT' },
  { type: 'languageModel', vendor: 'other', id: 'gpt', label: 'GPT' },
];

describe('a choice of a model', () => {
  it('is told from all others', () => assert.equal(new Set(choices.map(choiceKey)).size, choices.length));

  it('stays the same when the model gets another name', () => {
    const choice = { type: 'languageModel', vendor: 'copilot', id: 'gpt' } as const;
    assert.equal(choiceKey({ ...choice, label: 'Old' }), choiceKey({ ...choice, label: 'New' }));
  });

  it('is known again after it was stored', () => {
    const stored: unknown = JSON.parse(JSON.stringify(choices));
    assert(Array.isArray(stored) && stored.every(isModelChoice));
  });

  for (const value of [
    undefined,
    null,
    'offline',
    {},
    { type: 'remote' },
    { type: 'endpoint', endpoint: 'copilot' },
    { type: 'languageModel', vendor: 'copilot', id: 'gpt' },
    { type: 'languageModel', vendor: 7, id: 'gpt', label: 'GPT' },
  ]) {
    it(`is not ${JSON.stringify(value)}`, () => assert(!isModelChoice(value)));
  }
});
