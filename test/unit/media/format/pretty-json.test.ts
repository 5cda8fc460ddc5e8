import assert from 'node:assert/strict';
import { prettyJson } from '../../../../media/format/pretty-json';

describe('pretty JSON', () => {
  it('is laid out as JSON.stringify does', () => {
    const values: unknown[] = [
      {},
      [],
      [[], {}],
      { a: [1, 2, { b: null }], 'c,d': '{"x": [1]}', e: 'a "quoted" \\ word' },
      'text',
      1.5,
      [true, false],
    ];
    for (const value of values) {
      assert.equal(prettyJson(JSON.stringify(value)), JSON.stringify(value, undefined, 2));
      assert.equal(prettyJson(JSON.stringify(value, undefined, 3)), JSON.stringify(value, undefined, 2));
    }
  });

  it('keeps every value as it was spelled', () => {
    assert.equal(prettyJson('{"id":12345678901234567890,"e":1e2}'), '{\n  "id": 12345678901234567890,\n  "e": 1e2\n}');
  });

  it('is nothing for what is not JSON', () => {
    ['', '{"a":', 'Sorry, no.', '{"a":1}}'].forEach((text) => assert.equal(prettyJson(text), undefined));
  });
});
