import assert from 'node:assert/strict';
import { parseEndpoints } from '../../../src/model/parse-endpoints';

const good = { name: 'Mine', baseUrl: 'https://api.example.com/v1', model: 'm' };
const azure = { name: 'Azure', model: 'm', apiVersion: '2024-10-21', deployment: 'dep' };

describe('The options of an endpoint in the settings', () => {
  for (const [what, options, problem] of [
    ['a protocol that is none', { api: 'assistants' }, '"api" must be "chat" or "responses"'],
    ['an organization that is no text', { organization: 7 }, '"organization" must be a text'],
    ['an empty project', { project: ' ' }, '"project" must be a text'],
    ['a timeout of no time', { timeoutSeconds: 0 }, '"timeoutSeconds" must be a number from 1 to 86400'],
    ['a timeout in words', { timeoutSeconds: '5m' }, '"timeoutSeconds" must be a number from 1 to 86400'],
    ['too many retries', { maxRetries: 11 }, '"maxRetries" must be a whole number from 0 to 10'],
    ['half a retry', { maxRetries: 0.5 }, '"maxRetries" must be a whole number from 0 to 10'],
    ['a query that is no object', { query: 'a=b' }, '"query" must be an object of names and texts'],
    ['a query parameter that is no text', { query: { page: 1 } }, 'the query parameter "page" must be a text'],
    ['parameters that are no object', { parameters: [] }, '"parameters" must be an object'],
    ['models that are no object', { models: ['m'] }, '"models" must be an object of model identifiers and settings'],
  ] as const) {
    it(`are ignored where there is ${what}; the rest stays`, () => {
      const { endpoints, problems } = parseEndpoints([{ ...good, ...options }]);
      assert.deepEqual(endpoints, [good]);
      assert.deepEqual(problems, [`Endpoint "Mine": ${problem}; it is ignored.`]);
    });
  }

  it('keep no key in the query', () => {
    const { endpoints, problems } = parseEndpoints([{ ...good, query: { 'api-key': 'sk-secret', beta: 'true' } }]);
    assert.deepEqual(endpoints, [{ ...good, query: { beta: 'true' } }]);
    assert.match(problems.join(), /"api-key" looks like a key.*Set API Key/);
    assert.doesNotMatch(problems.join(), /sk-secret/);
  });

  it('keep good parameters beside one that does not exist', () => {
    const { endpoints, problems } = parseEndpoints([
      { ...good, parameters: { temperature: 0.2, top_k: 40, seed: null } },
    ]);
    assert.deepEqual(endpoints, [{ ...good, parameters: { temperature: 0.2, seed: null } }]);
    assert.equal(problems.length, 1);
    assert.match(problems.join(), /^Endpoint "Mine": .*top_k/);
  });

  it('keep what can be read of a model', () => {
    const models = {
      m: { parameters: { temperature: 'hot', top_k: 1 }, capabilities: { tools: 'yes', contextTokens: 8192 } },
      broken: 7,
    };
    const { endpoints, problems } = parseEndpoints([{ ...good, models }]);
    assert.deepEqual(endpoints[0]?.models?.['m']?.capabilities, { contextTokens: 8192 });
    assert.equal(endpoints[0]?.models?.['broken'], undefined);
    assert.match(problems.join('\n'), /the model "m": .*top_k/);
    assert.match(problems.join('\n'), /the model "m": "tools" must be true or false/);
    assert.match(problems.join('\n'), /the settings of the model "broken" must be an object/);
  });

  it('take capabilities in every detail', () => {
    const capabilities = {
      input: { image: true, audio: false },
      output: { text: true },
      tools: true,
      reasoning: false,
      structuredOutput: true,
      contextTokens: 128_000,
      maxOutputTokens: 4096,
      images: { count: 5, side: 2048, pixels: 33_000_000, bytes: 4_000_000, formats: ['image/png', 'image/jpeg'] },
      price: { input: 2.5, output: 10, cachedInput: 1.25 },
    };
    const { endpoints, problems } = parseEndpoints([{ ...good, models: { m: { capabilities } } }]);
    assert.deepEqual(endpoints[0]?.models?.['m']?.capabilities, capabilities);
    assert.deepEqual(problems, []);
  });

  for (const [what, capabilities, problem] of [
    ['half a price', { price: { input: 1 } }, /"price" needs "input" and "output"/],
    ['a negative price', { price: { input: -1, output: 1 } }, /"input" must be a number from 0/],
    ['formats that are none', { images: { formats: ['png'] } }, /"formats" must be a list of media types/],
    ['no images', { images: { count: 0 } }, /"count" must be a whole number from 1/],
  ] as const) {
    it(`tell of capabilities with ${what}`, () => {
      const { problems } = parseEndpoints([{ ...good, models: { m: { capabilities } } }]);
      assert.match(problems.join('\n'), problem);
    });
  }
});

describe('An Azure deployment in the settings', () => {
  for (const baseUrl of [
    'https://res.openai.azure.com',
    'https://res.openai.azure.com/',
    'https://res.openai.azure.com/openai',
    'https://res.openai.azure.com/openai/deployments/other',
  ]) {
    it(`is reached under the resource, given ${baseUrl}`, () => {
      const { endpoints, problems } = parseEndpoints([{ ...azure, baseUrl }]);
      assert.deepEqual(endpoints, [{ ...azure, baseUrl: 'https://res.openai.azure.com/openai' }]);
      assert.deepEqual(problems, []);
    });
  }

  it('needs a version: without one there is no endpoint', () => {
    const { apiVersion: _apiVersion, ...rest } = azure;
    const { endpoints, problems } = parseEndpoints([{ ...rest, baseUrl: 'https://res.openai.azure.com' }]);
    assert.deepEqual(endpoints, []);
    assert.match(problems.join(), /"deployment" must be .*needs "apiVersion"/);
  });
});
