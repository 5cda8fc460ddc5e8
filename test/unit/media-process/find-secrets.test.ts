import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as madeUp from '../../fixtures/secrets/made-up-secrets';
import { useMediaService } from './media-service-for-tests';

describe('finding secrets in a text', function () {
  this.timeout(60_000);
  const media = useMediaService();

  const found = async (text: string): Promise<readonly (readonly [string, string])[]> =>
    (await media().findSecrets(text)).map(({ kind, issuer, start, end }) => [
      [issuer, kind].filter((word) => word !== undefined).join(' '),
      text.slice(start, end),
    ]);

  it('finds keys and says whose they are', async () => {
    const text = `token: "${madeUp.gitHubToken}"\nAWS_ACCESS_KEY_ID=${madeUp.awsKey}\nkey=${madeUp.googleKey}&x=1`;
    assert.deepEqual(await found(text), [
      ['GitHub key', madeUp.gitHubToken],
      ['AWS key', madeUp.awsKey],
      ['Google key', madeUp.googleKey],
    ]);
  });

  it('finds tokens by their form or by the word before them', async () => {
    const bearer = madeUp.jsonWebToken.split('.').at(-1) ?? '';
    assert.deepEqual(await found(`{"jwt":"${madeUp.jsonWebToken}"}\nAuthorization: Bearer ${bearer}`), [
      ['key', madeUp.jsonWebToken],
      ['key', bearer],
    ]);
  });

  it('finds passwords in addresses', async () => {
    assert.deepEqual(await found(`DATABASE_URL=${madeUp.databaseAddress}\n`), [['password', madeUp.databaseAddress]]);
  });

  it('finds private keys, also those whose end is cut off', async () => {
    for (const key of [madeUp.privateKey, madeUp.cutPrivateKey]) {
      assert.deepEqual(await found(`before\n${key}\n\nafter, here.`), [['privateKey', key]]);
    }
  });

  it('finds addresses of people, and no others', async () => {
    assert.deepEqual(await found(`Ask ${madeUp.emailAddress}.`), [['emailAddress', madeUp.emailAddress]]);
    const others = [
      'git@github.com:lighthouse/cart.git',
      'me@example.com, you@mail.example.org',
      'icon@2x.png',
      'noreply@lighthouse.io',
      '@preact/signals@2.0.1',
      'import x from "pkg@1.2.3"',
    ];
    assert.deepEqual(await found(others.join('\n')), []);
  });

  it('lets no text say of itself that nothing is to be found in it', async () => {
    const comment = ['// secretlint', 'disable'].join('-');
    assert.equal((await found(`${comment}\nconst key = '${madeUp.gitHubToken}';`)).length, 1);
  });

  it('finds nothing in documentation of how secrets look', async () => {
    const text = 'Set `OPENAI_API_KEY=sk-...` or send `Authorization: Bearer <token>`; keys begin with -----BEGIN.';
    assert.deepEqual(await found(text), []);
  });

  it('finds nothing in the texts of the demo', async () => {
    const files = readdirSync('demo', { recursive: true, encoding: 'utf8' });
    const texts = files.filter((name) => /\.(?:[cm]?[jt]sx?|html|css|json|md|txt|csv|log|ya?ml|ipynb|svg)$/.test(name));
    assert(texts.length > 3);
    for (const name of texts) {
      assert.deepEqual(await found(readFileSync(path.join('demo', name), 'utf8')), [], name);
    }
  });

  it('gets through texts of the largest size that look like secrets all over', async () => {
    const text = 'aaaa@bbbb.cccc/dddd:eeee@ffff gggg=hhhh-----BEGIN eyJ'.repeat(20_000);
    await media().findSecrets(text);
  });
});
