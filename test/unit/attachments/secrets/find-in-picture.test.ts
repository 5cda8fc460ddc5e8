import assert from 'node:assert/strict';
import { findInPicture, type PictureSecrets } from '../../../../src/attachments/secrets/find-in-picture';
import * as madeUp from '../../../fixtures/secrets/made-up-secrets';
import { useMediaService } from '../../media-process/media-service-for-tests';
import { demoPicture } from '../../media-process/pictures';
import { MemoryBlobStore } from '../memory-blob-store';
import { attachmentServices } from '../services';
import { pictureOfCode } from './pictures-of-text';

describe('finding secrets in a picture', function () {
  this.timeout(180_000);
  const media = useMediaService();

  const find = async (bytes: Uint8Array, mediaType = 'image/png'): Promise<PictureSecrets> => {
    const blobs = new MemoryBlobStore();
    const services = attachmentServices(media(), blobs);
    const picture = await blobs.put(bytes, mediaType);
    return await findInPicture(picture, { ...services, signal: new AbortController().signal });
  };
  const lines = [
    'import { connect } from "./cart.js";',
    'export function checkout(cart) {',
    `const token = "${madeUp.gitHubToken}";`,
    `AWS_ACCESS_KEY_ID=${madeUp.awsKey}`,
    `const maps = "${madeUp.googleKey}";`,
    `DATABASE_URL=${madeUp.databaseAddress}`,
    `// Ask ${madeUp.emailAddress} about it`,
    'export const total = 12;',
  ];

  for (const fontSize of [13, 18]) {
    it(`finds keys, passwords and addresses in code of ${fontSize} pixels, and says where each stands`, async () => {
      const { size, secrets } = await find(await pictureOfCode(lines, { fontSize }));
      const lineHeight = Math.round(fontSize * 1.5);
      const rows = secrets.flatMap(({ kind, areas }) =>
        areas.map(({ top, height }) => `${kind} in line ${Math.round((top + height / 2 - 40) / lineHeight + 0.3)}`),
      );
      assert.deepEqual([...new Set(rows)].sort(), [
        'emailAddress in line 7',
        'key in line 3',
        'key in line 4',
        'key in line 5',
        'password in line 6',
      ]);
      for (const { left, top, width, height } of secrets.flatMap(({ areas }) => areas)) {
        assert(
          left + width <= size.width + 20 && height < 2 * lineHeight && top > 40 + lineHeight,
          'is its line alone',
        );
      }
    });
  }

  it('finds nothing in the pictures of the demo', async () => {
    for (const name of ['error.png', 'chart.png', 'checkout.svg']) {
      const { secrets } = await find(demoPicture(name), name.endsWith('.svg') ? 'image/svg+xml' : 'image/png');
      assert.deepEqual(secrets, [], name);
    }
  });
});
