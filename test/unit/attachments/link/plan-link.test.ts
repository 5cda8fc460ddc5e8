import assert from 'node:assert/strict';
import { checkOptions } from '../../../../src/attachments/check-options';
import { planLink } from '../../../../src/attachments/link/plan-link';
import type { LinkAttachment } from '../../../../src/shared/attachment/attachment';
import { attachmentServices, builtIn, prepareContext, seeing } from '../services';
import { MemoryBlobStore } from '../memory-blob-store';
import type { MediaServices } from '../../../../src/media-process/child-media-service';

const link: LinkAttachment = {
  kind: 'link',
  id: 'one',
  name: 'a.png',
  url: 'https://pictures.example/a.png',
  media: 'image',
  parts: [],
  reasons: [],
  options: { detail: 'low' },
};
const context = prepareContext(attachmentServices({} as MediaServices, new MemoryBlobStore()));

describe('An address', () => {
  it('goes to the server as it is, and the person is told who fetches it', async () => {
    const planned = planLink(link, seeing);
    assert(planned.status === 'planned');
    const { parts, reasons } = await planned.prepare(context);
    assert.deepEqual(parts, [{ type: 'link', media: 'image', url: link.url, detail: 'low' }]);
    assert.match(reasons.join(' '), /OpenAI fetches it/);
    assert.deepEqual(JSON.parse(JSON.stringify(planned.plan)), planned.plan);
  });

  it('inside of the network is said to be out of reach of a server that is not', async () => {
    for (const url of [
      'http://localhost/a.png',
      'http://192.168.1.9/a.png',
      'http://nas.local/a.png',
      'http://[fd00::1]/a.png',
    ]) {
      const planned = planLink({ ...link, url }, seeing);
      assert(planned.status === 'planned');
      assert.match((await planned.prepare(context)).reasons.join(' '), /inside of your own network/, url);
      const local = planLink({ ...link, url }, { ...seeing, isLocal: true });
      assert(local.status === 'planned');
      assert.equal((await local.prepare(context)).reasons.length, 1);
    }
  });

  it('has a detail of those that there are, and no other options', () => {
    const check = (options: object): string => checkOptions(link, options).status;
    assert.deepEqual([check({}), check({ detail: 'high' })], ['valid', 'valid']);
    assert.deepEqual([check({ detail: 'much' }), check({ size: 'small' })], ['refused', 'refused']);
  });

  it('does not go where nothing would fetch it', () => {
    const offersOf = (target: Parameters<typeof planLink>[1], changes: Partial<LinkAttachment> = {}) => {
      const planned = planLink({ ...link, ...changes }, target);
      return planned.status === 'obstructed' ? planned.obstacle.offers : undefined;
    };
    assert.deepEqual(offersOf(builtIn), ['otherModel']);
    assert.deepEqual(offersOf({ ...seeing, isLanguageModel: true }), ['otherModel']);
    assert.deepEqual(offersOf({ ...seeing, api: 'responses' }, { media: 'audio' }), ['otherModel']);
    assert.deepEqual(offersOf({ ...seeing, server: 'ollama' }), ['otherModel', 'anyway']);
    assert.deepEqual(offersOf({ ...seeing, capabilities: { input: { image: false } } }), ['otherModel', 'anyway']);
    assert.equal(offersOf({ ...seeing, server: 'ollama' }, { instead: 'anyway' }), undefined);
    assert.equal(offersOf({ ...seeing, api: 'responses' }), undefined);
  });
});
