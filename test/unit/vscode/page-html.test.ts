import assert from 'node:assert/strict';
import { pageHtml } from '../../../src/vscode/page-html';

const page = {
  title: 'Iris',
  cspSource: 'https://*.example.test',
  scriptUri: 'https://files.example.test/main.js',
  styleUri: 'https://files.example.test/main.css',
};

describe('pageHtml', () => {
  it('allows the one script, its own styles and fonts, and pictures given as bytes: nothing else', () => {
    const html = pageHtml(page);
    const nonce = /script-src 'nonce-([^']+)'/.exec(html)?.[1];
    assert(nonce);
    assert(html.includes(`<script nonce="${nonce}" src="${page.scriptUri}"></script>`));
    assert.deepEqual(policyOf(html), [
      `default-src 'none'`,
      'img-src blob: data:',
      'media-src blob:',
      `style-src ${page.cspSource}`,
      `font-src ${page.cspSource}`,
      `script-src 'nonce-${nonce}'`,
      'worker-src blob:',
      `base-uri 'none'`,
      `form-action 'none'`,
    ]);
  });

  it('has the policy before anything that it governs', () => {
    const html = pageHtml(page);
    const policy = html.indexOf('Content-Security-Policy');
    assert(policy > 0);
    assert(policy < html.indexOf('<link'));
    assert(policy < html.indexOf('<script'));
  });

  it('gives the script the texts of the display language as data that nothing in them can end', () => {
    const translations = { Send: 'Senden </script><script>alert(1)</script>' };
    const html = pageHtml({ ...page, language: 'de', translations });
    assert(html.includes('<html lang="de">'));
    const block = /<script type="application\/json" id="translations">(.*?)<\/script>/.exec(html)?.[1];
    assert.deepEqual(JSON.parse(block ?? ''), translations);
    assert(pageHtml(page).includes('<html lang="en">'));
  });

  it('has a new nonce for each load, of at least 128 bits', () => {
    const nonces = Array.from({ length: 20 }, () => /'nonce-([^']+)'/.exec(pageHtml(page))?.[1] ?? '');
    assert.equal(new Set(nonces).size, nonces.length);
    for (const nonce of nonces) {
      assert(Buffer.from(nonce, 'base64url').byteLength >= 16);
    }
  });
});

function policyOf(html: string): readonly string[] | undefined {
  return /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]?.split('; ');
}
