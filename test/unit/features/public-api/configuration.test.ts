import assert from 'node:assert/strict';
import { toEndpointConfiguration, toParameter } from '../../../../src/features/public-api/configuration';

const secret = 'sentinel-0123456789';

describe('the configuration that other extensions see', () => {
  it('holds no value of a header or a query parameter', () => {
    const configuration = toEndpointConfiguration({
      name: 'Azure',
      baseUrl: 'https://example.com/openai',
      model: 'gpt',
      apiVersion: '2026-01-01',
      deployment: 'eyes',
      headers: { 'X-Tenant': secret },
      query: { code: secret },
      timeoutSeconds: 5,
      models: { gpt: { parameters: { extra_headers: { 'X-Key': secret } } } },
      parameters: { extra_query: { sig: secret } },
    });
    assert.deepEqual(configuration, {
      name: 'Azure',
      baseUrl: 'https://example.com/openai',
      model: 'gpt',
      api: 'chat',
      apiVersion: '2026-01-01',
      deployment: 'eyes',
      headerNames: ['X-Tenant'],
      queryNames: ['code'],
      timeoutSeconds: 5,
    });
    assert(!JSON.stringify(configuration).includes(secret));
  });

  it('names the headers and query parameters of requests without their values', () => {
    const value = { 'X-Key': secret };
    assert.deepEqual(toParameter({ name: 'extra_headers', value, source: 'model' }), {
      name: 'extra_headers',
      value: { 'X-Key': '' },
      source: 'model',
    });
    assert.deepEqual(toParameter({ name: 'extra_query', value: null, source: 'chat' }).value, null);
  });

  it('holds no secret of a body or a tool', () => {
    const tools = [
      {
        type: 'mcp',
        server_url: `https://example.com/mcp?api_key=${secret}`,
        authorization: secret,
        headers: { 'X-Api-Key': secret, 'X-Team': 'eyes' },
      },
    ];
    assert.deepEqual(toParameter({ name: 'tools', value: tools, source: 'model' }).value, [
      {
        type: 'mcp',
        server_url: 'https://example.com/mcp?api_key=%5Bredacted%5D',
        authorization: '[redacted]',
        headers: { 'X-Api-Key': '[redacted]', 'X-Team': 'eyes' },
      },
    ]);
    const value = { apiKey: secret, max_tokens: 9, nested: { credentials: [secret] } };
    assert.deepEqual(toParameter({ name: 'extra_body', value, source: 'endpoint' }).value, {
      apiKey: '[redacted]',
      max_tokens: 9,
      nested: { credentials: ['[redacted]'] },
    });
  });

  it('is a copy', () => {
    const value = { logprobs: [1] };
    const copy = toParameter({ name: 'extra_body', value, source: 'endpoint' }).value;
    assert.deepEqual(copy, value);
    assert.notEqual(copy, value);
  });
});
