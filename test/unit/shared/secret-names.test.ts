import assert from 'node:assert/strict';
import { isSecretName } from '../../../src/shared/secret-names';

const everywhere = [
  'key',
  'api_key',
  'apiKey',
  'APIKey',
  'x-api-key',
  'Ocp-Apim-Subscription-Key',
  'access_token',
  'X-Tenant-Token',
  'client_secret',
  'password',
  'Authorization',
  'proxy-authorization',
  'Helicone-Auth',
  'cf-aig-authorization',
  'Cookie',
  'set-cookie',
  'credentials',
];
const nowhere = [
  'x-portkey-provider',
  'x-author',
  'x-authored-by',
  'keep-alive',
  'keyboard',
  'monkey',
  'max_tokens',
  'x-ratelimit-remaining-tokens',
  'token_type',
  'tokenizer',
  'idempotency-key',
  'prompt_cache_key',
  'eos_token',
  'secretary',
  'X-Title',
  'x-beta',
];

describe('the name of a secret', () => {
  for (const place of ['header', 'query', 'field'] as const) {
    for (const name of everywhere) {
      it(`is ${name} as a ${place}`, () => assert(isSecretName(name, place)));
    }
    for (const name of nowhere) {
      it(`is not ${name} as a ${place}`, () => assert(!isSecretName(name, place)));
    }
  }

  it('is that of a signature outside of bodies, and that of a code in a query', () => {
    const places = (name: string) =>
      (['header', 'query', 'field'] as const).filter((place) => isSecretName(name, place));
    assert.deepEqual(places('sig'), ['header', 'query']);
    assert.deepEqual(places('X-Amz-Signature'), ['header', 'query']);
    assert.deepEqual(places('code'), ['query']);
  });
});
