import assert from 'node:assert/strict';
import { checkLink, mediaByName, nameOfLink } from '../../../../src/attachments/link/check-link';
import { readDataUrl } from '../../../../src/attachments/link/read-link';

describe('A data: URL', () => {
  const read = (url: string): { readonly name: string; readonly text: string } => {
    const { name, bytes } = readDataUrl(url, 1_000);
    return { name, text: Buffer.from(bytes).toString('utf8') };
  };

  it('holds bytes as base64 or as text', () => {
    assert.deepEqual(read('data:image/png;base64,SGVsbG8='), { name: 'pasted.png', text: 'Hello' });
    assert.deepEqual(read(' data:image/svg+xml;charset=utf-8,%3Csvg%3E%F0%9F%98%80ü '), {
      name: 'pasted.svg',
      text: '<svg>😀ü',
    });
    assert.deepEqual(read('DATA:;BASE64,SGVs\nbG8'), { name: 'pasted.file', text: 'Hello' });
    assert.deepEqual(read('data:text/plain;base64,SGVsbG8%3D'), { name: 'pasted.txt', text: 'Hello' });
  });

  it('that is damaged, empty or too large is refused', () => {
    for (const url of ['data:image/png;base64', 'data:image/png;base64,', 'data:image/png;base64,SG$$', 'data:,%zz']) {
      assert.throws(() => read(url), { name: 'LinkError' }, url);
    }
    assert.throws(() => read(`data:,${'x'.repeat(1_001)}`), { name: 'LinkError' });
    assert.throws(() => read(`data:,${'x'.repeat(5_000)}`), { name: 'LinkError' });
  });
});

describe('An address to be attached', () => {
  it('is one of the web, without credentials', () => {
    for (const text of [
      '',
      'pictures/a.png',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'vscode://x',
      'https://',
      'https://a:b@c.example/',
      `https://a.example/${'x'.repeat(9_000)}`,
    ]) {
      assert.throws(() => checkLink(text), { name: 'LinkError' }, text);
    }
    assert.equal(checkLink(' https://a.example/b.png?x=1#part ').href, 'https://a.example/b.png?x=1');
  });

  it('gives a name and says what it may be', () => {
    const named = (text: string): string => nameOfLink(new URL(text));
    assert.equal(named('https://a.example/x/photo%20one.jpg?size=2'), 'photo one.jpg');
    assert.equal(named('https://a.example/'), 'a.example');
    assert.equal(named('https://a.example/%E2%80%AEgnp.exe'), 'gnp.exe');
    assert.equal(named('https://a.example/%ff'), '%ff');
    assert.equal(mediaByName(new URL('https://a.example/a.PNG?x')), 'image');
    assert.equal(mediaByName(new URL('https://a.example/a.mp3')), 'audio');
    assert.equal(mediaByName(new URL('https://a.example/a.mkv')), 'video');
    assert.equal(mediaByName(new URL('https://a.example/watch?v=a.mp4')), undefined);
  });
});
