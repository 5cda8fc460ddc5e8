import assert from 'node:assert/strict';
import type { ModelTarget } from '../../../src/model/model-target';
import { Tray } from '../../../src/attachments/tray';
import type { TrayItem } from '../../../src/shared/attachment/tray-item';
import { useMediaService } from '../media-process/media-service-for-tests';
import { demoPicture } from '../media-process/pictures';
import { MemoryBlobStore } from './memory-blob-store';
import { attachmentServices, builtIn, seeing } from './services';

describe('the tray', function () {
  this.timeout(60_000);
  const media = useMediaService();
  const files = [
    { name: 'checkout.svg', bytes: demoPicture('checkout.svg') },
    { name: 'notes.txt', bytes: Buffer.from('Buy coffee.') },
    { name: 'things.rar', bytes: Buffer.from('Rar!\x1a\x07\x00') },
  ];
  let tray: Tray;
  let target: ModelTarget;
  let shown: (readonly TrayItem[])[];

  const replan = (changed: ModelTarget): void => {
    target = changed;
    tray.replan();
  };

  beforeEach(() => {
    target = seeing;
    tray = new Tray({ ...attachmentServices(media(), new MemoryBlobStore()), target: () => target });
    shown = [];
    tray.onChange(() => shown.push(tray.items));
  });
  afterEach(() => tray.dispose());

  it('shows what is added at once, then whether it is ready or why not', async () => {
    tray.add(files);
    assert.deepEqual(summary(tray), ['checkout.svg preparing', 'notes.txt preparing', 'things.rar preparing']);
    await tray.settled();
    assert.deepEqual(summary(tray), ['checkout.svg ready', 'notes.txt ready', 'things.rar failed']);
    const failed = tray.items[2];
    assert(failed?.status === 'failed' && failed.reason.includes('"things.rar"'));
    assert.equal(shown.at(-1), tray.items);
  });

  it('gives what is ready and forgets what failed', async () => {
    tray.add(files);
    await tray.settled();
    assert.deepEqual(
      tray.take().map(({ name }) => name),
      ['checkout.svg', 'notes.txt'],
    );
    assert.deepEqual(tray.items, []);
  });

  it('keeps what is being prepared when the rest is taken', async () => {
    tray.add(files.slice(1, 2));
    await tray.settled();
    tray.add(files.slice(0, 1));
    tray.take();
    assert.deepEqual(summary(tray), ['checkout.svg preparing']);
    await tray.settled();
    assert.deepEqual(summary(tray), ['checkout.svg ready']);
  });

  it('takes back what could not be sent, once, before what came meanwhile', async () => {
    tray.add(files.slice(0, 2));
    await tray.settled();
    const taken = tray.take();
    tray.add([{ name: 'later.txt', bytes: Buffer.from('later') }]);
    tray.restore(taken);
    tray.restore(taken);
    await tray.settled();
    assert.deepEqual(summary(tray), ['checkout.svg ready', 'notes.txt ready', 'later.txt ready']);
  });

  it('forgets what is removed while it is prepared', async () => {
    tray.add(files);
    tray.remove(tray.items[0]?.id ?? '');
    await tray.settled();
    assert.deepEqual(summary(tray), ['notes.txt ready', 'things.rar failed']);
  });

  it('is put into another order; items that are not named come last', async () => {
    tray.add(files);
    await tray.settled();
    const [first, second, third] = tray.items.map(({ id }) => id);
    tray.reorder([third ?? '', first ?? '']);
    assert.deepEqual(
      tray.items.map(({ id }) => id),
      [third, first, second],
    );
  });

  it('is empty when it was cleared', async () => {
    tray.add(files);
    tray.clear();
    await tray.settled();
    assert.deepEqual(tray.items, []);
  });

  it('prepares pictures again for another plan, and only where that changes them', async () => {
    tray.add([{ name: 'error.png', bytes: demoPicture('error.png') }, files[1] ?? { name: '', bytes: Buffer.of() }]);
    await tray.settled();
    assert.deepEqual(preparedSize(tray), [1229, 768]);

    replan(builtIn);
    assert.deepEqual(summary(tray), ['error.png preparing', 'notes.txt ready']);
    await tray.settled();
    assert.deepEqual(preparedSize(tray), [1440, 900]);

    const before = tray.items[0];
    replan({ ...builtIn, model: 'another' });
    assert.deepEqual(tray.items[0], before);

    replan({ ...seeing, isLanguageModel: true });
    await tray.settled();
    assert.deepEqual(preparedSize(tray), [1229, 768]);
  });

  it('follows a model that changes while it prepares', async () => {
    tray.add([{ name: 'error.png', bytes: demoPicture('error.png') }]);
    replan({ ...seeing, isLanguageModel: true });
    replan(builtIn);
    replan({ ...seeing, isLanguageModel: true });
    await tray.settled();
    assert.deepEqual(preparedSize(tray), [1229, 768]);
  });
});

function summary(tray: Tray): readonly string[] {
  return tray.items.map(({ name, status }) => `${name} ${status}`);
}

function preparedSize(tray: Tray): readonly number[] {
  const [item] = tray.items;
  const part = item?.status === 'ready' ? item.attachment.parts[0] : undefined;
  return part?.type === 'image' ? [part.blob.width, part.blob.height] : [];
}
