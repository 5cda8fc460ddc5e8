import assert from 'node:assert/strict';
import sharp from 'sharp';
import { findInPicture } from '../../../../src/attachments/secrets/find-in-picture';
import { redactAttachment } from '../../../../src/attachments/secrets/redact-attachment';
import { withSecretsAccepted } from '../../../../src/attachments/secrets/secret-searches';
import { Tray } from '../../../../src/attachments/tray';
import type { AttachmentServices } from '../../../../src/attachments/attachment-services';
import type { ModelTarget } from '../../../../src/model/model-target';
import type { Attachment } from '../../../../src/shared/attachment/attachment';
import type { SecretCheck } from '../../../../src/shared/attachment/secrets';
import { trayObstacle, waitsForSearch } from '../../../../src/shared/attachment/tray-obstacle';
import * as madeUp from '../../../fixtures/secrets/made-up-secrets';
import { useMediaService } from '../../media-process/media-service-for-tests';
import { demoPicture } from '../../media-process/pictures';
import { MemoryBlobStore } from '../memory-blob-store';
import { attachmentServices, builtIn, seeing } from '../services';
import { pictureOfCode } from './pictures-of-text';

describe('the tray before secrets leave this machine', function () {
  this.timeout(180_000);
  const media = useMediaService();
  const code = `// ${madeUp.emailAddress}\nexport const token = "${madeUp.gitHubToken}"; // and ${madeUp.awsKey}\n`;
  let services: AttachmentServices;
  let tray: Tray;
  let target: ModelTarget;
  let isOn: boolean;

  beforeEach(() => {
    isOn = true;
    target = seeing;
    services = attachmentServices(media(), new MemoryBlobStore());
    tray = new Tray({ ...services, target: () => target, checksSecrets: () => isOn });
  });
  afterEach(() => tray.dispose());

  const check = (): SecretCheck | undefined => {
    const [item] = tray.items;
    return item?.status === 'ready' ? item.secrets : undefined;
  };
  const attached = (): Attachment => {
    const [attachment] = tray.attachments;
    assert(attachment);
    return attachment;
  };
  const redact = async (): Promise<void> => {
    const signal = new AbortController().signal;
    tray.update(await redactAttachment(attached(), { ...services, signal, onProgress: () => undefined }));
    await tray.searched();
  };
  const sentText = async (): Promise<string> => {
    const texts = attached().parts.flatMap((part) => (part.type === 'text' ? [part.blob.sha256] : []));
    return (await Promise.all(texts.map((sha256) => services.blobs.get(sha256)))).map(String).join('\n');
  };
  const addCode = async (): Promise<void> => {
    tray.add([{ name: 'cart.js', bytes: Buffer.from(code), languageId: 'javascript' }]);
    await tray.searched();
  };

  it('says what was found in a text and where, and never what it says', async () => {
    await addCode();
    const found = check();
    assert(found?.status === 'found' && found.canRedact);
    assert.deepEqual(
      found.findings.map(({ kind, issuer, place }) => [kind, issuer, place]),
      [
        ['emailAddress', undefined, { type: 'text', line: 1, before: '// ', after: '' }],
        ['key', 'GitHub', { type: 'text', line: 2, before: 'export const token = "', after: '"; // and [redacted]' }],
        ['key', 'AWS', { type: 'text', line: 2, before: 'export const token = "[redacted]"; // and ', after: '' }],
      ],
    );
    for (const secret of [madeUp.emailAddress, madeUp.gitHubToken, madeUp.awsKey]) {
      assert(!JSON.stringify(found).includes(secret));
    }
  });

  it('does not let it go before the person has decided', async () => {
    tray.add([{ name: 'cart.js', bytes: Buffer.from(code) }]);
    await tray.settled();
    assert(waitsForSearch(tray.items) && trayObstacle(tray.items)?.includes('checked for secrets'));
    await tray.searched();
    assert(!waitsForSearch(tray.items) && trayObstacle(tray.items)?.includes('may hold secrets'));
    tray.update(withSecretsAccepted(attached()));
    assert.equal(trayObstacle(tray.items), undefined);
  });

  it('lets it go while the search goes on when that is skipped', async () => {
    tray.add([{ name: 'error.png', bytes: demoPicture('error.png') }]);
    await tray.settled();
    assert.equal(check()?.status, 'checking');
    tray.update(withSecretsAccepted(attached()));
    assert.equal(trayObstacle(tray.items), undefined);
  });

  it('asks again where other bytes come in the place of those that were let go', async () => {
    await addCode();
    tray.update(withSecretsAccepted(attached()));
    tray.replaceFile(attached().id, { name: 'cart.js', bytes: Buffer.from(`${code}// ${madeUp.googleKey}`) });
    await tray.searched();
    assert.equal(check()?.status, 'found');
  });

  it('takes secrets out of a text for good', async () => {
    await addCode();
    await redact();
    assert.equal(check(), undefined);
    assert.equal(
      await sentText(),
      'cart.js:\n```javascript\n// [redacted]\nexport const token = "[redacted]"; // and [redacted]\n```',
    );
    const kept = attached();
    assert(kept.kind === 'text');
    assert(!String(await services.blobs.get(kept.source.sha256)).includes(madeUp.gitHubToken));
  });

  it('takes secrets out of what a notebook says and sends that alone', async () => {
    const cells = [{ cell_type: 'code', source: [`key = "${madeUp.gitHubToken}"`], outputs: [], metadata: {} }];
    const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells };
    tray.add([{ name: 'cart.ipynb', bytes: Buffer.from(JSON.stringify(notebook)) }]);
    await tray.searched();
    assert.equal(check()?.status, 'found');
    await redact();
    assert.equal(check(), undefined);
    assert.match(await sentText(), /key = "\[redacted\]"/);
  });

  it('finds secrets in the pictures of a document, and sends its text alone without them', async () => {
    const picture = await pictureOfCode(['const shop = open();', `shop.token = "${madeUp.gitHubToken}";`]);
    const outputs = [{ output_type: 'display_data', data: { 'image/png': picture.toString('base64') }, metadata: {} }];
    const cells = [{ cell_type: 'code', source: ['plot(shop)'], outputs, metadata: {} }];
    const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells };
    tray.add([{ name: 'plot.ipynb', bytes: Buffer.from(JSON.stringify(notebook)) }]);
    await tray.searched();
    const found = check();
    assert(found?.status === 'found' && found.canRedact);
    assert(found.findings.every(({ kind, place }) => kind === 'key' && place.type === 'picture'));
    await redact();
    assert.equal(check(), undefined);
    assert.match(await sentText(), /plot\(shop\)/);
    assert(attached().parts.every(({ type }) => type === 'text'));
  });

  it('offers no redaction of an animation, whose frames it would leave as they are', async () => {
    const frames = await Promise.all(
      ['const shop = open();', `token = "${madeUp.gitHubToken}"`].map((line) => pictureOfCode([line.padEnd(60)])),
    );
    const bytes = await sharp(frames, { join: { animated: true } })
      .webp({ lossless: true, loop: 0 })
      .toBuffer();
    tray.add([{ name: 'shot.webp', bytes }]);
    await tray.settled();
    tray.setOptions(attached().id, { frames: [1] });
    await tray.searched();
    const found = check();
    assert(found?.status === 'found' && !found.canRedact);
    const before = attached();
    await redact();
    assert.equal(attached(), before);
    assert.equal(check()?.status, 'found');
  });

  it('blackens secrets in a picture, as the marks of an edit, so that they can be read no more', async () => {
    const bytes = await pictureOfCode([
      'const shop = open();',
      `shop.token = "${madeUp.gitHubToken}";`,
      'shop.start();',
    ]);
    tray.add([{ name: 'shot.png', bytes }]);
    await tray.searched();
    const found = check();
    assert(found?.status === 'found' && found.findings.length > 0);
    await redact();
    assert.equal(check(), undefined);
    const picture = attached();
    assert(picture.kind === 'image' && picture.edited);
    assert(picture.edited.edit.marks.every(({ type }) => type === 'redaction'));
    const [part] = picture.parts;
    assert(part?.type === 'image');
    const sent = await services.blobs.get(part.blob.sha256);
    const { lines = [] } = await media().readText(sent);
    const read = lines.map(({ text }) => text).join('\n');
    assert(read.includes('shop.start') && !read.includes(madeUp.gitHubToken.slice(4, 12)), read);
    const [area] = found.findings.flatMap(({ place }) => (place.type === 'picture' ? place.areas : []));
    assert(area);
    const { data } = await sharp(await services.blobs.get(picture.edited.picture.sha256))
      .extract(area)
      .raw()
      .toBuffer({ resolveWithObject: true });
    assert(
      data.every((value) => value === 0 || value === 255),
      'the area is plain black',
    );
  });

  it('does not search what stays on this machine, or what nobody wants searched', async () => {
    target = builtIn;
    await addCode();
    assert.equal(check(), undefined);
    target = { ...seeing, isLocal: true };
    tray.replan();
    assert.equal(check(), undefined);
    target = seeing;
    isOn = false;
    tray.replan();
    assert.equal(check(), undefined);
    isOn = true;
    tray.replan();
    await tray.searched();
    assert.equal(check()?.status, 'found');
  });

  it('reads a picture once, whatever it is planned for', async () => {
    let times = 0;
    const counted = {
      ...media(),
      readText: (...read: Parameters<ReturnType<typeof media>['readText']>) => (
        (times += 1),
        media().readText(...read)
      ),
    };
    const counting = { ...services, media: counted };
    const source = await services.blobs.put(await pictureOfCode(['const shop = open();']), 'image/png');
    const signal = new AbortController().signal;
    assert.deepEqual(
      await findInPicture(source, { ...counting, signal }),
      await findInPicture(source, { ...counting, signal }),
    );
    assert.equal(times, 1);
  });
});
