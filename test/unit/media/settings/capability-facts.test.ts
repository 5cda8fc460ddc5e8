import assert from 'node:assert/strict';
import { capabilityFacts, hasLearned } from '../../../../media/settings/capability-facts';
import { modelLimits } from '../../../../media/settings/model-limits';
import type { KnownCapabilities } from '../../../../src/shared/capabilities';

describe('what is known of a model', () => {
  const known: KnownCapabilities = {
    capabilities: {
      input: { image: true, audio: false, video: true },
      tools: true,
      contextTokens: 128_000,
      images: { count: 10, side: 2048, bytes: 20 * 1024 ** 2, formats: ['image/png', 'image/jpeg'] },
      price: { input: 0.4, output: 1.6, cachedInput: 0.1 },
    },
    sources: {
      'input.image': 'server',
      'input.audio': 'learned',
      'input.video': 'assumed',
      tools: 'user',
      contextTokens: 'table',
      price: 'server',
    },
  };

  it('is yes, no or not known, with who says so', () => {
    assert.deepEqual(
      capabilityFacts(known).map(({ state }) => state),
      ['yes', 'no', 'unknown', 'unknown', 'yes', 'unknown', 'unknown'],
    );
    assert.deepEqual(
      capabilityFacts(known)
        .slice(0, 3)
        .map(({ description }) => description),
      ['Images: yes (says the server)', 'Sound: no (learned from an error)', 'Video: not known, Iris tries it'],
    );
  });

  it('is context, pictures and price in words', () => {
    assert.deepEqual(modelLimits(known), [
      { label: 'Context', text: '128,000 tokens', source: 'from the built-in table' },
      { label: 'Pictures', text: 'up to 10, 2048 pixels a side, 20 MB, PNG, JPEG', source: '' },
      { label: 'Price', text: '$0.40 in, $1.60 out a million tokens, $0.10 cached', source: 'says the server' },
    ]);
    assert.equal(modelLimits(known, '2026-11-10')[0]?.source, 'from the built-in table of 2026-11-10');
    assert.deepEqual(modelLimits({ capabilities: { price: { input: 0, output: 0 } }, sources: {} }), [
      { label: 'Price', text: 'free', source: '' },
    ]);
  });

  it('can be forgotten where it was found out by trying', () => {
    assert.equal(hasLearned(known), true);
    assert.equal(hasLearned({ capabilities: {}, sources: { tools: 'table' } }), false);
  });
});
