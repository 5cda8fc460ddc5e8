import assert from 'node:assert/strict';
import { createRedactor } from '../../../src/model/redact';

const redact = createRedactor(['pa$$ "word"/+', 'abc']);

describe('The redactor', () => {
  for (const [what, text] of [
    ['as it is', 'the key pa$$ "word"/+ was wrong'],
    ['in a URL', `?x=${encodeURIComponent('pa$$ "word"/+')}`],
    ['in JSON', JSON.stringify({ x: 'pa$$ "word"/+' })],
    ['in base64', Buffer.from('pa$$ "word"/+').toString('base64')],
  ] as const) {
    it(`removes a secret that it knows, ${what}`, () => {
      const result = redact(text);
      assert.match(result, /\[redacted\]/);
      assert.doesNotMatch(result, /pa\$\$|pa%24|cGEkJ/);
    });
  }

  for (const [what, text, secret] of [
    ['an authorization header', 'authorization: Bearer abcdef123456', 'abcdef123456'],
    ['a basic authorization', 'Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
    ['an api-key header', '"api-key": "0123456789abcdef"', '0123456789abcdef'],
    ['an x-api-key header', 'x-api-key: 0123456789abcdef', '0123456789abcdef'],
    ['a key in a query', 'https://h/v1?key=abcdef12345&x=1', 'abcdef12345'],
    ['a token in a query', 'https://h/v1?access_token=abcdef12345&x=1', 'abcdef12345'],
    ['a key of OpenAI', 'Incorrect API key provided: sk-proj-abcdef-123456', 'abcdef'],
    ['a masked key', 'sk-abcd********wxyz', 'wxyz'],
    ['a key of Google', 'bad AIzaSyA0123456789abcdefghijklmnop', 'SyA0123'],
    ['a key of Groq', 'gsk_0123456789abcdef', '0123456'],
    ['a password', 'password=hunter2', 'hunter2'],
    ['a field in escaped JSON', String.raw`{\"access_token\":\"abcdef12345\"}`, 'abcdef12345'],
    ['an API key in words', 'API key: abcdef12345', 'abcdef12345'],
    ['a signature in a query', 'https://h/v1?x-amz-signature=abcdef12345', 'abcdef12345'],
    ['a cookie', 'Set-Cookie: session=abcdef', 'abcdef'],
  ] as const) {
    it(`removes ${what} that it does not know`, () => {
      assert.equal(redact(text).includes(secret), false, redact(text));
    });
  }

  it('removes media, and tells what it was', () => {
    const base64 = Buffer.alloc(5_000, 7).toString('base64');
    assert.equal(redact(`{"url":"data:image/png;base64,${base64}"}`), '{"url":"data:image/png;base64,…"}');
    assert.ok(redact(`input: ${base64}`).length < 100);
  });

  it('removes terminal colours and control characters', () => {
    assert.equal(redact('\u001b[31mred\u001b[0m\u0000\nline'), 'red\nline');
  });

  it('leaves ordinary words alone', () => {
    for (const text of [
      'This model’s maximum context length is 8192 tokens (max_tokens: 4096).',
      'abc is too short to be a secret',
      'The model `gpt-4o-mini` does not exist',
      'https://api.example.com/v1/chat/completions?api-version=2024-10-21',
      'Expected basic types, got a list',
      'Missing key: temperature; x-author: somebody; monkey: banana',
      'https://h/v1?author=somebody&eos_token=end&page=2',
    ]) {
      assert.equal(redact(text), text);
    }
  });

  it('takes time in proportion to the text', () => {
    // Each of these made a careless pattern look back over the whole text from every place of it.
    for (const text of ['a-'.repeat(200_000), 'token'.repeat(80_000), '=:'.repeat(200_000), 'data:'.repeat(80_000)]) {
      redact(text);
    }
  });
});
