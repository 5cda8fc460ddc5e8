import assert from 'node:assert/strict';
import { createMediaService } from '../../../src/media-process/child-media-service';
import { MediaError } from '../../../src/media-process/media-service';
import type { MediaErrorKind } from '../../../src/media-process/media-service';
import { mediaBundle } from './media-bundle.mjs';
import { planAt, useMediaService } from './media-service-for-tests';
import { demoPicture, vectorBomb } from './pictures';

const small = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>',
);

const plan = planAt(64, 64);

describe('the media service', function () {
  this.timeout(120_000);
  const media = useMediaService({ parallelImages: 2 });

  it('starts its process with the first call', async () => {
    const fresh = createMediaService({ modulePath: await mediaBundle() });
    assert.equal(fresh.processId, undefined);
    await fresh.prepareImage(small, plan);
    assert(fresh.processId);
    fresh.dispose();
  });

  it('ends its process when there is nothing to do, and starts another when there is', async () => {
    const idle = createMediaService({ modulePath: await mediaBundle(), idleMilliseconds: 1 });
    await idle.prepareImage(small, plan);
    await until(() => idle.processId === undefined);
    await idle.prepareImage(small, plan);
    idle.dispose();
  });

  it('says that what is stored is gone, without its path', async () => {
    const message = "It can't be read from where Iris keeps it. Attach it again.";
    await assert.rejects(media().prepareImage({ path: '/gone/secret-folder/picture.png' }, plan), { message });
  });

  it('answers many calls at once', async () => {
    const prepared = await Promise.all(Array.from({ length: 20 }, () => media().prepareImage(small, plan)));
    assert(prepared.every(({ images: [image] }) => image?.mediaType === 'image/png'));
  });

  it('stops a drawing that never ends, while other work goes on', async () => {
    const [bomb, text, picture] = await Promise.allSettled([
      media().prepareImage(vectorBomb, plan),
      media().readText(demoPicture('checkout.svg')),
      media().prepareImage(demoPicture('chart.png'), plan),
    ]);
    assertFailed(bomb, 'tooSlow');
    assert(text.status === 'fulfilled' && text.value.lines.length > 0);
    assert.equal(picture.status, 'fulfilled');
  });

  it('fails the call that ends the process when it runs alone, and starts anew', async () => {
    const [outcome] = await Promise.allSettled([
      media().readText(demoPicture('error.png'), { onProgress: () => kill(media().processId) }),
    ]);
    assertFailed(outcome, 'crashed');
    await media().prepareImage(small, plan);
  });

  it('runs calls again that were under way beside each other when the process ended', async () => {
    let killed = false;
    const killOnce = (): void => {
      if (!killed) {
        killed = true;
        kill(media().processId);
      }
    };
    const outcomes = await Promise.allSettled([
      media().readText(demoPicture('checkout.svg'), { onProgress: killOnce }),
      media().prepareImage(vectorBomb, plan),
    ]);
    assert(killed);
    assert.equal(outcomes[0].status, 'fulfilled');
    assertFailed(outcomes[1], 'tooSlow');
  });

  it('throws the reason of an aborted signal, before, while waiting and while working', async () => {
    const reason = new Error('Not wanted any more.');
    await assert.rejects(media().prepareImage(small, plan, { signal: AbortSignal.abort(reason) }), reason);

    const waiting = new AbortController();
    const reading = new AbortController();
    const first = media().readText(demoPicture('error.png'), {
      signal: reading.signal,
      onProgress: () => reading.abort(reason),
    });
    const second = media().readText(demoPicture('chart.png'), { signal: waiting.signal });
    waiting.abort(reason);
    await assert.rejects(second, reason);
    await assert.rejects(first, reason);
    const { lines } = await media().readText(demoPicture('checkout.svg'));
    assert(lines.length > 0);
  });

  it('tells why its process could not be started', async () => {
    const broken = createMediaService({ modulePath: 'out/there-is-no-such-module.js' });
    await assert.rejects(broken.prepareImage(small, plan), /could not be started/);
    broken.dispose();
  });

  it('ends all calls when it is closed', async () => {
    const closing = createMediaService({ modulePath: await mediaBundle() });
    const call = closing.prepareImage(small, plan);
    closing.dispose();
    await assert.rejects(call, { name: 'AbortError' });
    await assert.rejects(closing.prepareImage(small, plan), { name: 'AbortError' });
  });
});

function assertFailed(outcome: PromiseSettledResult<unknown>, kind: MediaErrorKind): void {
  assert(outcome.status === 'rejected');
  const error: unknown = outcome.reason;
  assert(error instanceof MediaError, String(error));
  assert.equal(error.kind, kind);
}

function kill(pid: number | undefined): void {
  if (pid !== undefined) {
    process.kill(pid, 'SIGKILL');
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
