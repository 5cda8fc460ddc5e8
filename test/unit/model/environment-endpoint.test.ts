import assert from 'node:assert/strict';
import { environmentKey, environmentOffer } from '../../../src/model/environment-endpoint';

describe('The environment', () => {
  it('offers nothing when it says nothing', () => {
    assert.equal(environmentOffer({}), undefined);
    assert.equal(environmentOffer({ OPENAI_API_KEY: ' ', OPENAI_BASE_URL: '' }), undefined);
  });

  it('offers OpenAI for a key alone', () => {
    assert.deepEqual(environmentOffer({ OPENAI_API_KEY: 'sk-1' }), {
      name: 'api.openai.com (environment)',
      baseUrl: 'https://api.openai.com/v1',
      hasKey: true,
    });
  });

  it('offers another server with or without a key', () => {
    const environment = { OPENAI_BASE_URL: 'http://127.0.0.1:8080/v1/' };
    assert.deepEqual(environmentOffer(environment), {
      name: '127.0.0.1:8080 (environment)',
      baseUrl: 'http://127.0.0.1:8080/v1',
      hasKey: false,
    });
    assert.equal(environmentOffer({ ...environment, OPENAI_API_KEY: 'k' })?.hasKey, true);
  });

  it('offers nothing for a URL that is no good', () => {
    assert.equal(environmentOffer({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'nonsense' }), undefined);
  });

  it('never holds the key in its offer', () => {
    assert.doesNotMatch(JSON.stringify(environmentOffer({ OPENAI_API_KEY: 'sentinel' })), /sentinel/);
  });

  it('gives its key to endpoints at its origin, and to no other', () => {
    const environment = { OPENAI_API_KEY: ' sk-1 ', OPENAI_BASE_URL: 'https://gateway.example.com/v1' };
    assert.equal(environmentKey(environment, 'https://gateway.example.com/v2'), 'sk-1');
    assert.equal(environmentKey(environment, 'https://api.openai.com/v1'), undefined);
    assert.equal(environmentKey(environment, 'http://gateway.example.com/v1'), undefined);
    assert.equal(environmentKey({ OPENAI_API_KEY: 'sk-1' }, 'https://api.openai.com/v1'), 'sk-1');
    assert.equal(environmentKey({}, 'https://api.openai.com/v1'), undefined);
  });
});
