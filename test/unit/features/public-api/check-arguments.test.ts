import assert from 'node:assert/strict';
import {
  checkEmbedReference,
  checkListOptions,
  checkReason,
  checkReference,
} from '../../../../src/features/public-api/check-arguments';

const refused = { name: 'ModelError', kind: 'invalidInput' };

describe("the API's arguments", () => {
  it('name a model, or none', () => {
    assert.equal(checkReference(undefined), undefined);
    assert.deepEqual(checkReference({ endpoint: 'Test' }), { endpoint: 'Test' });
    assert.deepEqual(checkReference({ endpoint: 'Test', model: 'm', other: 1 }), { endpoint: 'Test', model: 'm' });
    for (const wrong of [null, 'Test', {}, { endpoint: '' }, { model: 'm' }, { endpoint: 'Test', model: 7 }]) {
      assert.throws(() => checkReference(wrong), refused, JSON.stringify(wrong));
    }
  });

  it('name the model that embeds, one of the chosen endpoint, or none', () => {
    assert.equal(checkEmbedReference(undefined), undefined);
    assert.equal(checkEmbedReference({ dimensions: 3 }), undefined);
    assert.deepEqual(checkEmbedReference({ model: 'm', dimensions: 3 }), { model: 'm' });
    assert.throws(() => checkEmbedReference({ endpoint: 7 }), refused);
    assert.throws(() => checkEmbedReference('m'), refused);
  });

  it('narrow a list', () => {
    const { signal } = new AbortController();
    assert.deepEqual(checkListOptions(undefined), {});
    assert.deepEqual(checkListOptions(null), {});
    assert.deepEqual(checkListOptions({ endpoint: 'Test', signal }), { endpoint: 'Test', signal });
    assert.throws(() => checkListOptions({ signal: true }), refused);
    assert.throws(() => checkListOptions({ endpoint: ' ' }), refused);
  });

  it('give a reason on one line', () => {
    assert.equal(checkReason(' to start\n\n again '), 'to start again');
    assert.equal(checkReason('x'.repeat(1_000)).length, 300);
    assert.throws(() => checkReason(undefined), refused);
    assert.throws(() => checkReason('\n'), refused);
  });
});
