import assert from 'node:assert/strict';
import { mkdir, mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFfmpeg } from '../../../src/media-process/ffmpeg/find-ffmpeg';
import { withFfmpeg } from '../../../src/media-process/ffmpeg/run-ffmpeg';
import { withTemporaryFile } from '../../../src/media-process/ffmpeg/temporary-file';
import { MediaError } from '../../../src/media-process/media-service';
import { ensureFfmpeg } from '../../workbench/install-ffmpeg.mjs';
import { clockVideo } from './clock-video';

const signal = new AbortController().signal;
const raw = ['-map', '0:v:0', '-f', 'rawvideo'];

describe('ffmpeg of the person', function () {
  this.timeout(60_000);
  before(async () => assert.equal(await ensureFfmpeg(), undefined));

  const failsAs = (kind: string) => (error: unknown) => error instanceof MediaError && error.kind === kind;

  it('is found in absolute folders of PATH only', async () => {
    assert(path.isAbsolute((await findFfmpeg()) ?? ''));
    const folder = await mkdtemp(path.join(tmpdir(), 'iris-test-'));
    await writeFile(path.join(folder, 'ffmpeg'), '#!/bin/sh\n', { mode: 0o755 });
    assert.equal(await findFfmpeg({ PATH: path.relative(process.cwd(), folder) }), undefined);
    assert.equal(await findFfmpeg({ PATH: '' }), undefined);
  });

  it('gets its input as a file that only this user reads, which is gone afterwards', async () => {
    const seen = await withTemporaryFile(Buffer.from('x'), async (file) => {
      assert.equal((await stat(file)).mode & 0o077, 0);
      assert.equal((await stat(path.dirname(file))).mode & 0o077, 0);
      return file;
    });
    await assert.rejects(stat(path.dirname(seen)), { code: 'ENOENT' });
  });

  it('leaves nothing of a process that was killed', async () => {
    // Longer than any process identifier of Linux and macOS.
    const left = path.join(tmpdir(), 'iris-media-999999999-left');
    await mkdir(left, { recursive: true });
    await withTemporaryFile(Buffer.from('x'), () => Promise.resolve());
    await assert.rejects(stat(left), { code: 'ENOENT' });
  });

  it('is stopped when it takes too long, writes too much, or is not wanted any more', async () => {
    const run = (limits: { maxBytes: number; milliseconds: number }, controller = new AbortController()) =>
      withFfmpeg(clockVideo('clock.mp4'), controller, (ffmpeg) => {
        const running = ffmpeg({ input: ['-stream_loop', '1000'], output: raw, ...limits });
        if (limits.maxBytes === 0) {
          controller.abort(new Error('enough'));
        }
        return running;
      });
    await assert.rejects(run({ maxBytes: Number.POSITIVE_INFINITY, milliseconds: 50 }), failsAs('tooSlow'));
    await assert.rejects(run({ maxBytes: 100_000, milliseconds: 30_000 }), failsAs('tooManyBytes'));
    await assert.rejects(run({ maxBytes: 0, milliseconds: 30_000 }), /enough/);
  });

  it('never takes a playlist, which names other files, for a recording', async () => {
    for (const playlist of ['#EXTM3U\nfile:///etc/passwd\n', 'ffconcat version 1.0\nfile /etc/passwd\n']) {
      await assert.rejects(
        withFfmpeg(Buffer.from(playlist), { signal }, () => Promise.resolve()),
        failsAs('unsupportedFormat'),
      );
    }
  });

  it('says what is wrong with a file, and not where it was put', async () => {
    await assert.rejects(
      withFfmpeg(clockVideo('damaged.mp4'), { signal }, (ffmpeg) =>
        ffmpeg({ output: raw, maxBytes: 1_000, milliseconds: 30_000 }),
      ),
      (error) => failsAs('corrupt')(error) && error instanceof Error && !error.message.includes(tmpdir()),
    );
  });
});
