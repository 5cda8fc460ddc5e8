import assert from 'node:assert/strict';
import { nameProblem, uniqueName } from '../../../../src/features/add-endpoint/endpoint-name';

describe('The name of an endpoint', () => {
  it('gets a number where it is taken', () => {
    assert.equal(uniqueName('OpenAI', []), 'OpenAI');
    assert.equal(uniqueName('OpenAI', ['OpenAI', 'OpenAI 2']), 'OpenAI 3');
  });

  it('must be there and be unique', () => {
    assert.equal(nameProblem('Mine', ['OpenAI']), undefined);
    assert.match(nameProblem('', []) ?? '', /Enter a name/);
    assert.match(nameProblem('OpenAI', ['OpenAI']) ?? '', /already/);
  });
});
