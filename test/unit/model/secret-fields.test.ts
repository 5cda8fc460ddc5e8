import assert from 'node:assert/strict';
import { secretFields, withoutSecretFields } from '../../../src/model/secret-fields';

describe('the secret fields of JSON', () => {
  it('are hidden in the address of a tool, however it is written', () => {
    for (const [address, shown, secrets] of [
      ['https://me:p%40ss@example.com/', 'https://me:%5Bredacted%5D@example.com/', ['p%40ss', 'p@ss']],
      ['https://me:%zz@example.com/', 'https://me:%5Bredacted%5D@example.com/', ['%zz', '%zz']],
      ['https://example.com/?a=%zz', 'https://example.com/?a=%zz', []],
      ['no address', 'no address', []],
    ] as const) {
      assert.deepEqual(withoutSecretFields({ server_url: address }), { server_url: shown });
      assert.deepEqual(secretFields({ server_url: address }), secrets);
    }
  });

  it('are texts: a schema of a secret is none', () => {
    const schema = { type: 'object', properties: { password: { type: 'string' } }, required: ['password'] };
    assert.deepEqual(withoutSecretFields(schema), schema);
    assert.deepEqual(secretFields({ token: null, key: '', password: 1, secrets: ['a', ['b']] }), ['a', 'b']);
  });

  it('leave everything else as it is, in its order', () => {
    const text = '{"model":"openai/gpt-4o","b":[1,null,true,{"a":""}],"__proto__":{"x":1},"10":2}';
    assert.equal(JSON.stringify(withoutSecretFields(JSON.parse(text))), JSON.stringify(JSON.parse(text)));
  });
});
