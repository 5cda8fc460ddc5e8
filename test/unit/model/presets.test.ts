import assert from 'node:assert/strict';
import { parseBaseUrl } from '../../../src/model/base-url';
import { isLocalEndpoint } from '../../../src/model/endpoint';
import { endpointPresets } from '../../../src/model/presets';

describe('The presets', () => {
  it('have identifiers and labels of their own', () => {
    assert.equal(new Set(endpointPresets.map(({ id }) => id)).size, endpointPresets.length);
    assert.equal(new Set(endpointPresets.map(({ label }) => label)).size, endpointPresets.length);
  });

  it('have base URLs that need no correction once their placeholders are filled in', () => {
    for (const { id, baseUrl, placeholders } of endpointPresets.filter((preset) => preset.id !== 'other')) {
      const filled = placeholders.reduce((url, { text }) => url.replace(text, 'mine'), baseUrl);
      assert.deepEqual(parseBaseUrl(filled), { valid: true, baseUrl: filled }, id);
    }
  });

  it('name every placeholder that stands in their URL', () => {
    for (const { id, baseUrl, placeholders } of endpointPresets) {
      assert.deepEqual(
        baseUrl.match(/[A-Z]{4,}/g) ?? [],
        placeholders.map(({ text }) => text),
        id,
      );
    }
  });

  it('are on this machine exactly where they say so, and then need no key', () => {
    for (const { id, baseUrl, local, needsKey } of endpointPresets.filter((preset) => preset.id !== 'other')) {
      assert.equal(isLocalEndpoint(baseUrl), local, id);
      assert.equal(needsKey, !local, id);
    }
  });

  it('send questions and keys to services only with encryption', () => {
    for (const { id, baseUrl, keyPage } of endpointPresets.filter((preset) => preset.needsKey)) {
      assert.match(baseUrl, /^https:/, id);
      assert.match(keyPage ?? '', /^https:/, id);
    }
  });
});
