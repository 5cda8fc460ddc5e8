import assert from 'node:assert/strict';
import { parseBaseUrl } from '../../../src/model/base-url';

describe('A base URL', () => {
  for (const [typed, meant] of [
    ['https://api.example.com/v1', 'https://api.example.com/v1'],
    [' https://api.example.com/v1/ ', 'https://api.example.com/v1'],
    ['https://api.example.com/v1/chat/completions', 'https://api.example.com/v1'],
    ['https://api.example.com/v1/chat/completions/', 'https://api.example.com/v1'],
    ['https://api.example.com', 'https://api.example.com'],
    ['http://LOCALHOST:11434/v1', 'http://localhost:11434/v1'],
  ] as const) {
    it(`typed as ${JSON.stringify(typed)} is ${meant}`, () => {
      assert.deepEqual(parseBaseUrl(typed), { valid: true, baseUrl: meant });
    });
  }
  for (const [typed, problem] of [
    ['', /is not a URL/],
    ['api.example.com/v1', /is not a URL/],
    ['localhost:8080', /must begin with/],
    ['ftp://example.com', /must begin with/],
    ['file:///etc/passwd', /must begin with/],
    ['javascript:alert(1)', /must begin with/],
    ['https://user:pass@example.com/v1', /user name or password/],
    ['https://key@example.com/v1', /user name or password/],
    ['https://example.com/v1?key=abc', /query/],
    ['https://example.com/v1#x', /fragment/],
  ] as const) {
    it(`typed as ${JSON.stringify(typed)} is refused`, () => {
      const result = parseBaseUrl(typed);
      assert.ok(!result.valid);
      assert.match(result.problem, problem);
    });
  }
});
