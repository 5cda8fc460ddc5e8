import assert from 'node:assert/strict';
import { resolveCapabilities } from '../../../../src/model/capabilities/resolve';
import { capabilitySources, type ModelCapabilities } from '../../../../src/shared/capabilities';

describe('What is known of a model', () => {
  it('comes from the most trusted source that tells it', () => {
    for (const [index, source] of capabilitySources.entries()) {
      const layers = Object.fromEntries(
        capabilitySources
          .slice(index)
          .map((name, place): [string, ModelCapabilities] => [
            name,
            { contextTokens: place + 1, input: { audio: place === 0 }, price: { input: place, output: place } },
          ]),
      );
      const { capabilities, sources } = resolveCapabilities(layers);
      assert.equal(capabilities.contextTokens, 1);
      assert.equal(capabilities.input?.audio, true);
      assert.deepEqual(capabilities.price, { input: 0, output: 0 });
      assert.deepEqual([sources['contextTokens'], sources['input.audio'], sources['price']], [source, source, source]);
    }
  });

  it('is put together fact by fact', () => {
    assert.deepEqual(
      resolveCapabilities({
        user: { input: { image: true } },
        learned: { input: { image: false, audio: false }, images: { count: 4 } },
        server: { contextTokens: 8192, images: { count: 10, formats: ['image/png'] } },
        table: { input: { image: false, video: true }, tools: true, price: { input: 1, output: 2, cachedInput: 0.5 } },
      }),
      {
        capabilities: {
          input: { text: true, image: true, audio: false, video: true },
          output: { text: true },
          images: { count: 4, formats: ['image/png'] },
          contextTokens: 8192,
          tools: true,
          price: { input: 1, output: 2, cachedInput: 0.5 },
        },
        sources: {
          'input.image': 'user',
          'input.audio': 'learned',
          'images.count': 'learned',
          contextTokens: 'server',
          'images.formats': 'server',
          'input.video': 'table',
          tools: 'table',
          price: 'table',
          'input.text': 'assumed',
          'output.text': 'assumed',
        },
      },
    );
  });

  it('is that text and pictures are tried where nobody tells anything', () => {
    assert.deepEqual(resolveCapabilities({}), {
      capabilities: { input: { text: true, image: true }, output: { text: true } },
      sources: { 'input.text': 'assumed', 'input.image': 'assumed', 'output.text': 'assumed' },
    });
  });
});
