import assert from 'node:assert/strict';
import { parseEndpoints } from '../../../src/model/parse-endpoints';

const good = { name: 'Mine', baseUrl: 'https://api.example.com/v1', model: 'm' };

describe('The setting of endpoints', () => {
  it('may be missing or empty', () => {
    for (const value of [undefined, null, []]) {
      assert.deepEqual(parseEndpoints(value), { endpoints: [], problems: [] });
    }
  });

  it('gives endpoints with all that is set', () => {
    const azure = {
      name: ' Azure ',
      baseUrl: 'https://res.openai.azure.com/openai/deployments/dep/',
      model: 'dep',
      apiVersion: '2024-10-21',
      headers: { 'X-Title': 'Iris' },
    };
    assert.deepEqual(parseEndpoints([good, azure]), {
      endpoints: [good, { ...azure, name: 'Azure', baseUrl: 'https://res.openai.azure.com/openai/deployments/dep' }],
      problems: [],
    });
  });

  for (const [what, value, problem] of [
    ['a setting that is no list', good, 'The setting must be a list of endpoints.'],
    ['an entry that is no object', ['https://x'], 'Endpoint 1 must be an object with "name", "baseUrl" and "model".'],
    ['a missing name', [{ ...good, name: ' ' }], 'Endpoint 1 has no "name".'],
    ['a missing URL', [{ name: 'Mine', model: 'm' }], 'Endpoint "Mine" has no "baseUrl".'],
    ['a missing model', [{ ...good, model: 7 }], 'Endpoint "Mine" has no "model".'],
    [
      'another scheme',
      [{ ...good, baseUrl: 'ftp://x/v1' }],
      'Endpoint "Mine": the base URL must begin with https:// or http://.',
    ],
    [
      'an api-version that is no text',
      [{ ...good, apiVersion: 2024 }],
      'Endpoint "Mine": "apiVersion" must be a text such as 2024-10-21.',
    ],
  ] as const) {
    it(`leaves out ${what} and says so`, () => {
      assert.deepEqual(parseEndpoints(value), { endpoints: [], problems: [problem] });
    });
  }

  it('keeps the good ones beside a bad one', () => {
    const { endpoints, problems } = parseEndpoints([null, good, {}]);
    assert.deepEqual(endpoints, [good]);
    assert.equal(problems.length, 2);
  });

  it('uses the first of two with the same name', () => {
    const { endpoints, problems } = parseEndpoints([good, { ...good, baseUrl: 'https://evil.example.com/v1' }]);
    assert.deepEqual(endpoints, [good]);
    assert.deepEqual(problems, ['There is more than one endpoint named "Mine"; only the first is used.']);
  });

  it('never quotes a password or key that stands where it should not', () => {
    const { endpoints, problems } = parseEndpoints([
      { ...good, baseUrl: 'https://me:sentinel@example.com/v1' },
      { ...good, name: 'Other', headers: { Authorization: 'Bearer sentinel', 'X-Title': 'sk-sentinel' } },
    ]);
    assert.equal(problems.length, 3);
    assert.doesNotMatch(JSON.stringify([endpoints, problems]), /sentinel/);
  });

  for (const name of [
    'Authorization',
    'api-key',
    'X-API-Key',
    'x-goog-api-key',
    'Cookie',
    'X-Auth-Token',
    'client-secret',
  ]) {
    it(`ignores the header ${name} and points to Set API Key`, () => {
      const { endpoints, problems } = parseEndpoints([{ ...good, headers: { [name]: 'value' } }]);
      assert.deepEqual(endpoints, [good]);
      assert.match(problems[0] ?? '', /Iris: Set API Key/);
    });
  }

  for (const [name, value] of [
    ['Bad Name', 'x'],
    ['X-Lines', 'a\r\nHost: evil'],
    ['X-Number', 5],
    ['Host', 'evil.example.com'],
    ['Content-Length', '1'],
  ] as const) {
    it(`ignores the header ${JSON.stringify(name)} with ${JSON.stringify(value)}`, () => {
      const { endpoints, problems } = parseEndpoints([{ ...good, headers: { [name]: value, 'X-Good': 'y' } }]);
      assert.deepEqual(endpoints, [{ ...good, headers: { 'X-Good': 'y' } }]);
      assert.equal(problems.length, 1);
    });
  }

  it('ignores headers that are no object', () => {
    const { endpoints, problems } = parseEndpoints([{ ...good, headers: ['X-Title: Iris'] }]);
    assert.deepEqual(endpoints, [good]);
    assert.equal(problems.length, 1);
  });
});
