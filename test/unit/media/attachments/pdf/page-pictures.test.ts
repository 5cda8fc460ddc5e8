import assert from 'node:assert/strict';
import { PagePictures, type WantedPage } from '../../../../../media/attachments/pdf/page-pictures';
import type { ImageReference } from '../../../../../src/shared/blob';

function picture(page: number): ImageReference {
  return { sha256: String(page).padEnd(64, '0'), mediaType: 'image/png', byteLength: 1, width: 226, height: 320 };
}

function pageOf(page: number, { id = 'spec', sha256 = 'first version' } = {}): WantedPage {
  return { id, sha256, page };
}

describe('small pictures of pages', () => {
  let requests: { readonly id: string; readonly pages: readonly number[] }[];
  let pictures: PagePictures;
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  beforeEach(() => {
    requests = [];
    pictures = new PagePictures((id, pages) => requests.push({ id, pages }));
  });

  it('are asked for together, twelve at a time, the last ones that came into sight first', async () => {
    for (let page = 1; page <= 30; page++) {
      pictures.use(pageOf(page), () => undefined);
    }
    await settled();
    assert.deepEqual(requests, [{ id: 'spec', pages: [19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30] }]);
    pictures.accept('spec', [{ page: 19, picture: picture(19) }]);
    await settled();
    assert.deepEqual(requests[1]?.pages, [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
  });

  it('are told to whoever shows the page, and known from then on', async () => {
    const heard: number[] = [];
    pictures.use(pageOf(2), ({ width }) => heard.push(width));
    await settled();
    pictures.accept('spec', [{ page: 2, picture: picture(2) }]);
    pictures.use(pageOf(2), ({ height }) => heard.push(height));
    await settled();
    assert.deepEqual(heard, [226, 320]);
    assert.equal(requests.length, 1);
  });

  it('are not asked for where the page went out of sight', async () => {
    pictures.use(pageOf(1), () => undefined)();
    await settled();
    assert.deepEqual(requests, []);
  });

  it('are asked for again where the page could not be drawn before, as in a file that was locked', async () => {
    const heard: number[] = [];
    pictures.use(pageOf(3), () => undefined)();
    pictures.use(pageOf(3), () => undefined);
    await settled();
    pictures.accept('spec', []);
    pictures.use(pageOf(3), ({ width }) => heard.push(width));
    await settled();
    assert.equal(requests.length, 2);
    pictures.accept('spec', [{ page: 3, picture: picture(3) }]);
    assert.deepEqual(heard, [226]);
  });

  it('are those of the version that is attached now', async () => {
    const heard: string[] = [];
    pictures.use(pageOf(1), () => undefined);
    await settled();
    pictures.accept('spec', [{ page: 1, picture: picture(1) }]);
    pictures.use(pageOf(1, { sha256: 'second version' }), ({ sha256 }) => heard.push(sha256));
    await settled();
    assert.deepEqual(heard, []);
    pictures.accept('spec', [{ page: 1, picture: picture(2) }]);
    assert.deepEqual(heard, [picture(2).sha256]);
  });

  it('go on coming for other files after one that is gone', async () => {
    pictures.use(pageOf(1), () => undefined);
    await settled();
    pictures.use(pageOf(1, { id: 'other', sha256: 'other' }), () => undefined);
    await settled();
    assert.equal(requests.length, 1);
    pictures.accept('spec', []);
    await settled();
    assert.equal(requests[1]?.id, 'other');
  });
});
