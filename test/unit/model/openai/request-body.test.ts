import assert from 'node:assert/strict';
import type { ImagePart } from '../../../../src/model/messages';
import { Setting } from './setting';

const red: ImagePart = { type: 'image', image: { mediaType: 'image/png', bytes: Uint8Array.of(137, 80, 78, 71) } };
const green: ImagePart = {
  type: 'image',
  image: { mediaType: 'image/webp', bytes: Uint8Array.of(255, 254, 0) },
  detail: 'high',
  name: 'green.webp',
};

describe('The request body', () => {
  it('is exactly this for a streamed text question', async () => {
    await using setting = await Setting.create();
    for await (const _ of setting.model.streamComplete('Grüße "an" alle\n')) {
      // Only the request counts.
    }
    assert.equal(
      setting.server.requests[0]?.text,
      '{"model":"test-vision","messages":[{"role":"user","content":"Grüße \\"an\\" alle\\n"}],' +
        '"stream":true,"stream_options":{"include_usage":true}}',
    );
  });

  it('is exactly this for a question that is not streamed', async () => {
    await using setting = await Setting.create();
    await setting.model.complete('Hi');
    assert.equal(
      setting.server.requests[0]?.text,
      '{"model":"test-vision","messages":[{"role":"user","content":"Hi"}]}',
    );
  });

  it('carries one image after its prompt, as a data URL without detail', async () => {
    await using setting = await Setting.create();
    await setting.model.complete('What is this?', [red]);
    assert.equal(
      setting.server.requests[0]?.text,
      '{"model":"test-vision","messages":[{"role":"user","content":[{"type":"text","text":"What is this?"},' +
        '{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw=="}}]}]}',
    );
  });

  it('keeps the order of several images and texts in a conversation', async () => {
    await using setting = await Setting.create();
    await setting.model.chat([
      { role: 'system', text: 'Be brief.' },
      { role: 'user', content: [red, { type: 'text', text: 'and' }, green] },
      { role: 'assistant', text: 'Two.' },
      { role: 'user', content: [{ type: 'image', image: { url: 'https://example.com/a.png' }, detail: 'low' }] },
    ]);
    assert.equal(
      setting.server.requests[0]?.text,
      '{"model":"test-vision","messages":[{"role":"system","content":"Be brief."},' +
        '{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw=="}},' +
        '{"type":"text","text":"and"},' +
        '{"type":"image_url","image_url":{"url":"data:image/webp;base64,//4A","detail":"high"}}]},' +
        '{"role":"assistant","content":"Two."},' +
        '{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://example.com/a.png","detail":"low"}}]}]}',
    );
  });

  it('joins texts without images to a plain string', async () => {
    await using setting = await Setting.create();
    await setting.model.chat([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'one' },
          { type: 'text', text: 'two' },
        ],
      },
    ]);
    assert.equal(setting.server.requests[0]?.question.messages[0]?.content, 'one\n\ntwo');
  });

  it('brings every byte of an image', async () => {
    await using setting = await Setting.create();
    const bytes = Uint8Array.from({ length: 100_003 }, (_, index) => (index * 7919) % 256);
    await setting.model.complete('', [{ type: 'image', image: { mediaType: 'image/jpeg', bytes } }]);
    const [image] = setting.server.requests[0]?.images ?? [];
    assert.equal(image?.mediaType, 'image/jpeg');
    assert.ok(image?.bytes.equals(bytes));
  });

  it('sends a view into a larger buffer without what lies around it', async () => {
    await using setting = await Setting.create();
    const bytes = new Uint8Array([1, 2, 3, 4, 5, 6]).subarray(2, 4);
    await setting.model.complete('', [{ type: 'image', image: { mediaType: 'image/png', bytes } }]);
    assert.deepEqual([...(setting.server.requests[0]?.images[0]?.bytes ?? [])], [3, 4]);
  });
});
