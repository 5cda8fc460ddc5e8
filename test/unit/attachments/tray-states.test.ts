import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { AttachmentError } from '../../../src/attachments/attachment-error';
import { Tray } from '../../../src/attachments/tray';
import type { ModelTarget } from '../../../src/model/model-target';
import type { Attachment } from '../../../src/shared/attachment/attachment';
import type { TrayItem } from '../../../src/shared/attachment/tray-item';
import { trayObstacle } from '../../../src/shared/attachment/tray-obstacle';
import { useMediaService } from '../media-process/media-service-for-tests';
import { demoPicture } from '../media-process/pictures';
import { MemoryBlobStore } from './memory-blob-store';
import { attachmentServices, seeing } from './services';

/** A model whose server says that it takes text only. */
const blind: ModelTarget = { ...seeing, model: 'gpt-3.5-turbo', capabilities: { input: { text: true, image: false } } };

const picture = { name: 'error.png', bytes: demoPicture('error.png') };
const locked = { name: 'locked.pdf', bytes: readFileSync('test/fixtures/pdf/locked.pdf') };

describe('an attachment in the tray', function () {
  this.timeout(60_000);
  const media = useMediaService();
  let blobs: MemoryBlobStore;
  let tray: Tray;
  let target: ModelTarget;
  let descriptions: (() => Promise<string>)[];

  const createTray = (): Tray => {
    const describe = (): Promise<string> => descriptions.shift()?.() ?? Promise.resolve('A red box.');
    return new Tray({ ...attachmentServices(media(), blobs), describe, target: () => target });
  };
  const choose = (model: ModelTarget): void => {
    target = model;
    tray.replan();
  };
  const only = (): TrayItem => {
    const [item] = tray.items;
    assert(item && tray.items.length === 1);
    return item;
  };
  const attach = async (): Promise<string> => {
    tray.add([picture]);
    await tray.settled();
    return only().id;
  };
  const sentText = async (): Promise<string> => {
    const part = only().attachment?.parts[0];
    assert(part?.type === 'text');
    return new TextDecoder().decode(await blobs.get(part.blob.sha256));
  };

  beforeEach(() => {
    target = seeing;
    blobs = new MemoryBlobStore();
    descriptions = [];
    tray = createTray();
  });
  afterEach(() => tray.dispose());

  it('says that an endpoint is missing where only a server can prepare it', async () => {
    target = blind;
    const id = await attach();
    descriptions = [() => Promise.reject(new AttachmentError('endpointMissing', 'error.png', 'No server does it.'))];
    tray.substitute(id, 'description');
    await tray.settled();
    const item = only();
    assert(item.status === 'failed' && item.needsEndpoint === true && item.isFinal === undefined);
    assert.deepEqual(item.obstacle?.modality, 'image');
  });

  it('is shown with its new options while it is prepared for them', async () => {
    const id = await attach();
    const before = only().attachment;
    tray.setOptions(id, { size: 'small' });
    const preparing = only();
    assert(preparing.status === 'preparing' && preparing.attachment?.kind === 'image');
    assert.deepEqual(preparing.attachment.options, { size: 'small' });
    assert.deepEqual(preparing.attachment.parts, before?.parts);
    await tray.settled();
    assert.equal(only().status, 'ready');
    assert.notDeepEqual(only().attachment?.parts, before?.parts);
  });

  it('has the options that were chosen last, whatever was being prepared', async () => {
    const id = await attach();
    const before = only().attachment?.parts;
    tray.setOptions(id, { size: 'small' });
    tray.setOptions(id, { format: 'jpeg' });
    tray.setOptions(id, {});
    assert.equal(only().status, 'ready');
    assert.deepEqual(only().attachment?.parts, before);
    await tray.settled();
    assert.deepEqual(only().attachment?.parts, before);
  });

  it('goes on being prepared when only something else about the model becomes known', async () => {
    const id = await attach();
    tray.setOptions(id, { size: 'small' });
    const preparing = only();
    tray.replan();
    assert.equal(only(), preparing);
    await tray.settled();
    assert.equal(only().status, 'ready');
  });

  it('stays away when it is removed while it is prepared anew', async () => {
    const id = await attach();
    tray.setOptions(id, { size: 'small' });
    tray.remove(id);
    await tray.settled();
    assert.deepEqual(tray.items, []);
    tray.setOptions(id, {});
    tray.substitute(id, 'text');
    tray.retry(id);
    assert.deepEqual(tray.items, []);
  });

  it('waits for a word of the person where the model does not take it, and is ready for one that does', async () => {
    await attach();
    choose(blind);
    const item = only();
    assert(item.status === 'obstructed');
    assert.equal(item.obstacle.modality, 'image');
    assert.match(trayObstacle(tray.items) ?? '', /does not take error\.png/);
    assert.deepEqual(tray.take(), []);
    choose(seeing);
    assert.equal(only().status, 'ready');
    assert.equal(trayObstacle(tray.items), undefined);
  });

  it('is sent as its text where that is chosen, until the model takes it as it is', async () => {
    const id = await attach();
    choose(blind);
    tray.substitute(id, 'text');
    await tray.settled();
    const item = only();
    assert(item.status === 'ready');
    assert.match(await sentText(), /Text in the picture error\.png[^]*TypeError/);
    assert.deepEqual(item.obstacle?.offers, ['otherModel', 'text', 'description', 'anyway']);
    choose(seeing);
    await tray.settled();
    assert.equal(only().attachment?.parts[0]?.type, 'image');
    assert(!('obstacle' in only()));
  });

  it('can be tried again, or sent as something else, when its description does not come', async () => {
    const id = await attach();
    choose(blind);
    descriptions = [() => Promise.reject(new Error('The server is gone.'))];
    tray.substitute(id, 'description');
    await tray.settled();
    const failed = only();
    assert(failed.status === 'failed');
    assert.match(failed.reason, /The server is gone/);
    assert(failed.obstacle && !failed.isFinal);
    assert.match(trayObstacle(tray.items) ?? '', /could not be prepared/);
    assert.deepEqual(tray.take(), []);
    tray.retry(id);
    await tray.settled();
    assert.match(await sentText(), /Description of the picture error\.png[^]*A red box\.$/);
  });

  it('asks for a password until one opens it, and keeps none of them with it', async () => {
    tray.add([locked]);
    await tray.settled();
    const { id } = only();
    assert.deepEqual(only(), { status: 'locked', id, name: 'locked.pdf' });
    assert.match(trayObstacle(tray.items) ?? '', /Type its password/);
    tray.unlock(id, 'wrong');
    await tray.settled();
    assert.deepEqual(only(), { status: 'locked', id, name: 'locked.pdf', wasWrong: true });
    tray.unlock(id, 'coffee');
    await tray.settled();
    assert.equal(only().status, 'ready');
    assert(!JSON.stringify(tray.items).includes('coffee'));
  });

  it('takes the new version of its file with the options that were chosen', async () => {
    const id = await attach();
    tray.setOptions(id, { size: 'small' });
    await tray.settled();
    tray.markChanged(new Set([id]));
    assert.match(trayObstacle(tray.items) ?? '', /was changed/);
    tray.replaceFile(id, { name: 'error.png', bytes: demoPicture('chart.png') });
    assert.equal(only().attachment?.name, 'error.png');
    await tray.settled();
    const item = only();
    assert(item.status === 'ready' && item.attachment.kind === 'image');
    assert.deepEqual(item.attachment.options, { size: 'small' });
    assert.equal(item.fileChanged, undefined);
  });

  it('is the new version of its file whatever is chosen while that is read', async () => {
    const id = await attach();
    const before = only().attachment;
    tray.replaceFile(id, { name: 'error.png', bytes: demoPicture('chart.png') });
    tray.replan();
    assert.equal(only().status, 'preparing');
    tray.setOptions(id, { size: 'small' });
    tray.substitute(id, 'anyway');
    assert.equal(only().status, 'preparing');
    await tray.settled();
    const item = only();
    assert(item.status === 'ready' && item.attachment.kind === 'image' && before?.kind === 'image');
    assert.notEqual(item.attachment.source.sha256, before.source.sha256);
    assert.deepEqual(item.attachment.options, { size: 'small' });
    assert.equal(item.attachment.instead, 'anyway');
  });

  it('is not sent in its old version when the new one could not be read', async () => {
    const id = await attach();
    tray.setOptions(id, { size: 'small' });
    await tray.settled();
    Object.assign(blobs, { put: () => Promise.reject(new Error('The disk is full.')) });
    tray.replaceFile(id, { name: 'error.png', bytes: demoPicture('chart.png') });
    await tray.settled();
    tray.replan();
    const failed = only();
    assert(failed.status === 'failed');
    assert.match(failed.reason, /The disk is full/);
    assert.deepEqual(tray.take(), []);
    Reflect.deleteProperty(blobs, 'put');
    tray.retry(id);
    await tray.settled();
    const item = only();
    assert(item.status === 'ready' && item.attachment.kind === 'image' && failed.attachment?.kind === 'image');
    assert.notEqual(item.attachment.source.sha256, failed.attachment.source.sha256);
    assert.deepEqual(item.attachment.options, { size: 'small' });
  });

  it('is still asked about when another model is chosen after its file was changed', async () => {
    const id = await attach();
    tray.markChanged(new Set([id]));
    choose({ ...seeing, model: 'another' });
    await tray.settled();
    const item = only();
    assert(item.status === 'ready' && item.fileChanged);
  });

  it('has failed where what was kept of it can not be planned', async () => {
    await attach();
    const [kept] = tray.attachments;
    tray.clear();
    // As a damaged draft could hold it.
    tray.restore([{ ...kept, options: undefined } as unknown as Attachment]);
    assert.equal(only().status, 'failed');
    await tray.settled();
  });

  it('is not asked about again once the attached version is meant', async () => {
    tray.add([{ ...picture, origin: 'file:///error.png', isWholeFile: true }]);
    await tray.settled();
    const { id } = only();
    assert.ok(only().attachment?.fileSha256);
    tray.markChanged(new Set([id]));
    tray.acceptFile(id);
    assert.equal(trayObstacle(tray.items), undefined);
    assert.equal(only().attachment?.fileSha256, undefined);
  });

  it('says for good that a file is no good, and forgets that once something is sent', async () => {
    tray.add([{ name: 'empty.png', bytes: new Uint8Array() }]);
    await tray.settled();
    const failed = only();
    assert(failed.status === 'failed' && failed.isFinal);
    tray.retry(failed.id);
    assert.equal(only(), failed);
    assert.deepEqual(tray.take(), []);
    assert.deepEqual(tray.items, []);
  });

  it('is kept over a reload whatever state it is in', async () => {
    await attach();
    choose(blind);
    const kept = JSON.parse(JSON.stringify(tray.attachments)) as readonly Attachment[];
    tray.dispose();
    tray = createTray();
    tray.restore(kept);
    assert.equal(only().status, 'obstructed');
    choose(seeing);
    await tray.settled();
    assert.equal(only().status, 'ready');
  });

  it('is taken only with those that were there when the question was sent', async () => {
    const id = await attach();
    tray.add([{ name: 'later.txt', bytes: Buffer.from('later') }]);
    await tray.settled();
    assert.deepEqual(
      tray.take(new Set([id])).map(({ name }) => name),
      ['error.png'],
    );
    assert.deepEqual(
      tray.items.map(({ name }) => name),
      ['later.txt'],
    );
  });
});
