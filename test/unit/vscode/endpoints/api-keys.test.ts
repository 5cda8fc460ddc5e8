import assert from 'node:assert/strict';
import type { Endpoint } from '../../../../src/model/endpoint';
import { ApiKeys, type SecretStore } from '../../../../src/vscode/endpoints/api-keys';

const work: Endpoint = { name: 'Work', baseUrl: 'https://api.example.com/v1', model: 'm' };

describe('ApiKeys', () => {
  it('gives a key to the endpoint that it was entered for', async () => {
    const keys = new ApiKeys(memorySecrets());
    assert.equal(await keys.set(work, 'key-1'), 'secretStorage');
    assert.equal(await keys.get(work), 'key-1');
    assert.equal(await keys.get({ ...work, name: 'Other' }), undefined);
  });

  it('gives it wherever the origin is the same', async () => {
    const keys = new ApiKeys(memorySecrets());
    await keys.set(work, 'key-1');
    assert.equal(await keys.get({ ...work, baseUrl: 'https://api.example.com:443/v2', model: 'other' }), 'key-1');
  });

  it('gives none once the endpoint leads to another origin', async () => {
    const keys = new ApiKeys(memorySecrets());
    await keys.set(work, 'key-1');
    for (const baseUrl of [
      'http://api.example.com/v1',
      'https://api.example.com:8443/v1',
      'https://api.example.com.evil.test/v1',
      'https://evil.test/api.example.com/v1',
    ]) {
      assert.equal(await keys.get({ ...work, baseUrl }), undefined, baseUrl);
    }
  });

  it('holds nothing but the origin and the key in one secret for each endpoint', async () => {
    const secrets = memorySecrets();
    await new ApiKeys(secrets).set(work, 'key-1');
    assert.deepEqual(
      [...secrets.values].map(([name, value]) => [name, JSON.parse(value) as unknown]),
      [['iris.apiKey:Work', { origin: 'https://api.example.com', key: 'key-1' }]],
    );
  });

  it('finds keys that were stored in an earlier session', async () => {
    const secrets = memorySecrets();
    await new ApiKeys(secrets).set(work, 'key-1');
    assert.equal(await new ApiKeys(secrets).get(work), 'key-1');
  });

  it('replaces and deletes keys', async () => {
    const secrets = memorySecrets();
    const keys = new ApiKeys(secrets);
    await keys.set(work, 'key-1');
    await keys.set(work, 'key-2');
    assert.equal(await keys.get(work), 'key-2');
    await keys.delete('Work');
    assert.equal(await keys.get(work), undefined);
    assert.equal(secrets.values.size, 0);
  });

  it('takes a secret that it did not write for no key', async () => {
    const secrets = memorySecrets();
    const keys = new ApiKeys(secrets);
    for (const value of ['key-1', '', '{}', 'null', '{"origin":"https://api.example.com","key":7}']) {
      secrets.values.set('iris.apiKey:Work', value);
      assert.equal(await keys.get(work), undefined, value);
    }
  });

  it('keeps the key for the session where the secret storage fails, and says so', async () => {
    const keys = new ApiKeys({
      get: () => Promise.reject(new Error('no keyring')),
      store: () => Promise.reject(new Error('no keyring')),
      delete: () => Promise.resolve(),
    });
    assert.equal(await keys.get(work), undefined);
    assert.equal(await keys.set(work, 'key-1'), 'session');
    assert.equal(await keys.get(work), 'key-1');
    assert.equal(await keys.get({ ...work, baseUrl: 'https://evil.test/v1' }), undefined);
    await keys.delete('Work');
    assert.equal(await keys.get(work), undefined);
  });

  it('keeps the key for the session where the secret storage loses it', async () => {
    const forgetful: SecretStore = {
      get: () => Promise.resolve(undefined),
      store: () => Promise.resolve(),
      delete: () => Promise.resolve(),
    };
    const keys = new ApiKeys(forgetful);
    assert.equal(await keys.set(work, 'key-1'), 'session');
    assert.equal(await keys.get(work), 'key-1');
  });
});

function memorySecrets() {
  const values = new Map<string, string>();
  return {
    values,
    get: (name: string) => Promise.resolve(values.get(name)),
    store: (name: string, value: string) => {
      values.set(name, value);
      return Promise.resolve();
    },
    delete: (name: string) => {
      values.delete(name);
      return Promise.resolve();
    },
  };
}
