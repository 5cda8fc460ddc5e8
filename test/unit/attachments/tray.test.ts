import assert from 'node:assert/strict';
import { planImage } from '../../../src/attachments/image-plan';
import type { ImagePlan } from '../../../src/media-process/media-service';
import { Tray } from '../../../src/attachments/tray';
import type { TrayItem } from '../../../src/shared/attachment';
import { useMediaService } from '../media-process/media-service-for-tests';
import { demoPicture } from '../media-process/pictures';
import { MemoryBlobStore } from './memory-blob-store';

describe('the tray', function () {
  this.timeout(60_000);
  const media = useMediaService();
  const remote = planImage({ offline: false });
  const files = [
    { name: 'checkout.svg', bytes: demoPicture('checkout.svg') },
    { name: 'notes.txt', bytes: Buffer.from('Buy coffee.') },
    { name: 'report.pdf', bytes: Buffer.from('%PDF-1.7\n') },
  ];
  let tray: Tray;
  let plan: ImagePlan;
  let shown: (readonly TrayItem[])[];

  const replan = (changed: ImagePlan): void => {
    plan = changed;
    tray.replan();
  };

  beforeEach(() => {
    plan = remote;
    tray = new Tray({ media: media(), blobs: new MemoryBlobStore(), plan: () => plan });
    shown = [];
    tray.onChange(() => shown.push(tray.items));
  });
  afterEach(() => tray.dispose());

  it('shows what is added at once, then whether it is ready or why not', async () => {
    tray.add(files);
    assert.deepEqual(summary(tray), ['checkout.svg preparing', 'notes.txt preparing', 'report.pdf preparing']);
    await tray.settled();
    assert.deepEqual(summary(tray), ['checkout.svg ready', 'notes.txt ready', 'report.pdf failed']);
    const failed = tray.items[2];
    assert(failed?.status === 'failed' && failed.reason.includes('"report.pdf"'));
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
    assert.deepEqual(summary(tray), ['notes.txt ready', 'report.pdf failed']);
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
    const before = tray.items;
    replan(planImage({ offline: true }));
    assert.equal(tray.items, before);

    replan({ ...remote, maxLongSide: 720 });
    assert.deepEqual(summary(tray), ['error.png preparing', 'notes.txt ready']);
    await tray.settled();
    assert.deepEqual(preparedSize(tray), [720, 450]);

    replan(remote);
    await tray.settled();
    assert.deepEqual(preparedSize(tray), [1440, 900]);
  });

  it('follows a plan that changes while it prepares', async () => {
    tray.add([{ name: 'error.png', bytes: demoPicture('error.png') }]);
    replan({ ...remote, maxLongSide: 720 });
    replan({ ...remote, maxLongSide: 360 });
    await tray.settled();
    assert.deepEqual(preparedSize(tray), [360, 225]);
  });
});

function summary(tray: Tray): readonly string[] {
  return tray.items.map(({ name, status }) => `${name} ${status}`);
}

function preparedSize(tray: Tray): readonly number[] {
  const [item] = tray.items;
  return item?.status === 'ready' && item.attachment.kind === 'image'
    ? [item.attachment.prepared.width, item.attachment.prepared.height]
    : [];
}
