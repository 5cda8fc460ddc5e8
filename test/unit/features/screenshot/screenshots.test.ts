import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { Screenshots } from '../../../../src/features/screenshot/screenshots';
import type { ScreenshotTarget } from '../../../../src/features/screenshot/screenshot';
import { createMediaService, type ChildMediaService } from '../../../../src/media-process/child-media-service';
import { ScreenError, type CaptureTarget, type ScreenService } from '../../../../src/media-process/screen-service';
import { mediaBundle } from '../../media-process/media-bundle.mjs';
import { colourAt } from '../../media-process/pictures';
import { VirtualScreen } from '../virtual-screen';

describe('screenshots', function () {
  this.timeout(60_000);

  describe('of a screen', () => {
    let screen: VirtualScreen;
    let media: ChildMediaService;
    let screenshots: Screenshots;
    let isClosed = false;
    const display = process.env['DISPLAY'];

    before(async function () {
      if (!VirtualScreen.isAvailable('openbox', 'xmessage')) {
        this.skip();
      }
      screen = await VirtualScreen.start();
      screen.run('openbox', '--startup', 'xmessage -bg red -geometry 300x200+100+100 Hello');
      // The media process gets the display from this one.
      process.env['DISPLAY'] = screen.display;
      media = createMediaService({ modulePath: await mediaBundle() });
      screenshots = new Screenshots({ screens: media, platform: 'linux', environment: screen.environment });
    });

    after(async () => {
      isClosed = true;
      media?.dispose();
      await screen?.close();
      if (display === undefined) {
        delete process.env['DISPLAY'];
      } else {
        process.env['DISPLAY'] = display;
      }
    });

    it('are offered for screens and for windows by their names', async () => {
      const window = await messageWindow();
      assert.deepEqual([window.kind, window.source], ['window', 'library']);
      const targets = await list();
      assert(targets.some((target) => target.source === 'library' && target.kind === 'screen' && target.width === 800));
    });

    it('show the whole screen', async () => {
      const target = (await list()).find(({ kind }) => kind === 'screen');
      assert(target);
      const { width, height, format } = await sharp(await take(target)).metadata();
      assert.deepEqual([width, height, format], [800, 600, 'png']);
    });

    it('show one window', async () => {
      const bytes = await take(await messageWindow());
      assert.deepEqual(await colourAt(bytes, 0.5, 0.7), [255, 0, 0]);
      const { width } = await sharp(bytes).metadata();
      assert(width >= 300 && width < 330);
    });

    it('are cut to a region', async () => {
      const target = (await list()).find(({ kind }) => kind === 'screen');
      assert(target);
      const cropped = await media.cropImage(await take(target), { left: 700, top: 500, width: 300, height: 50 });
      assert.deepEqual([cropped.width, cropped.height], [100, 50]);
      const { width, height } = await sharp(cropped.bytes).metadata();
      assert.deepEqual([width, height], [100, 50]);
      await assert.rejects(media.cropImage(cropped.bytes, { left: 200, top: 0, width: 5, height: 5 }), {
        kind: 'outside',
      });
    });

    it('of a window that was closed say so', async () => {
      const gone = await screenshots.take({
        ...(await messageWindow()),
        id: 12_345,
        source: 'library',
      } as ScreenshotTarget);
      assert(gone.status === 'failed');
      assert.equal(gone.reason, 'gone');
    });

    it('are taken by a tool where the library can not', async () => {
      const byTool = new Screenshots({ screens: blind, platform: 'linux', environment: screen.environment });
      const target = await firstOf(byTool, 'screen');
      assert.equal(target.source, 'tool');
      const taken = await byTool.take(target);
      assert(taken.status === 'taken', JSON.stringify(taken));
      assert.equal((await sharp(taken.bytes).metadata()).width, 800);
    });

    async function list(): Promise<readonly ScreenshotTarget[]> {
      const listed = await screenshots.list();
      assert(listed.status === 'listed', JSON.stringify(listed));
      return listed.targets;
    }

    /** The window appears when its program is ready. */
    async function messageWindow(): Promise<ScreenshotTarget> {
      let window: ScreenshotTarget | undefined;
      while (!window && !isClosed) {
        window = (await list()).find((target) => target.kind === 'window' && target.title === 'Xmessage');
      }
      assert(window);
      return window;
    }

    async function take(target: ScreenshotTarget): Promise<Uint8Array> {
      const taken = await screenshots.take(target);
      assert(taken.status === 'taken', JSON.stringify(taken));
      return taken.bytes;
    }
  });

  describe('fail with a sentence that says what to do', () => {
    it('without a display', async () => {
      await expectFailure({ platform: 'linux', environment: {} }, 'noDisplay', /paste it into the Iris panel/);
    });

    it('on Wayland without a tool that may look', async () => {
      const environment = { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0', PATH: '/nowhere' };
      await expectFailure({ platform: 'linux', environment }, 'wayland', /Install gnome-screenshot/);
    });

    it('on macOS without the permission, which keeps back the titles of windows', async () => {
      await expectFailure(
        { platform: 'darwin', environment: {}, screens: listing([screenTarget, { ...windowTarget, title: '' }]) },
        'permission',
        /System Settings/,
      );
    });

    it('where nothing can take any', async () => {
      await expectFailure({ platform: 'linux', environment: { DISPLAY: ':0', PATH: '/nowhere' } }, 'noTool', /scrot/);
    });
  });

  describe('by a tool', () => {
    let folder: string;
    beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'iris-tools-'))));
    afterEach(() => rm(folder, { recursive: true }));

    it('are read from the file that it writes, on macOS', async () => {
      await tool('screencapture', 'for last; do :; done; printf picture > "$last"');
      assert.deepEqual(await takeByTool('darwin', 'region'), { status: 'taken', bytes: Buffer.from('picture') });
    });

    it('are cancelled when the person draws no region', async () => {
      await tool('screencapture', 'exit 0');
      assert.deepEqual(await takeByTool('darwin', 'region'), { status: 'cancelled' });
    });

    it('tell what the tool complained about', async () => {
      await tool('screencapture', 'echo "could not create image from display" >&2; exit 1');
      const failed = await takeByTool('darwin', 'screen');
      assert(failed.status === 'failed');
      assert.match(failed.message, /could not create image from display/);
    });

    it('are decoded from what PowerShell prints', async () => {
      await tool('powershell.exe', 'printf cGljdHVyZQ==');
      assert.deepEqual(await takeByTool('win32', 'screen'), { status: 'taken', bytes: Buffer.from('picture') });
    });

    async function tool(name: string, script: string): Promise<void> {
      await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
      await chmod(join(folder, name), 0o755);
    }

    async function takeByTool(platform: NodeJS.Platform, kind: 'screen' | 'region') {
      await symlink('/bin/sh', join(folder, 'sh'));
      const screenshots = new Screenshots({ screens: blind, platform, environment: { PATH: folder } });
      return screenshots.take(await firstOf(screenshots, kind));
    }
  });
});

const screenTarget: CaptureTarget = { kind: 'screen', id: 1, title: 'Main', width: 800, height: 600, primary: true };
const windowTarget: CaptureTarget = { kind: 'window', id: 2, title: 'Notes', width: 80, height: 60, primary: false };

/** A library that can't be loaded. */
const blind: ScreenService = {
  listTargets: () => Promise.reject(new ScreenError('unavailable', 'No native library.')),
  captureTarget: () => Promise.reject(new ScreenError('unavailable', 'No native library.')),
  cropImage: () => Promise.reject(new Error('Not part of these tests.')),
};

function listing(targets: readonly CaptureTarget[]): ScreenService {
  return { ...blind, listTargets: () => Promise.resolve(targets) };
}

async function firstOf(screenshots: Screenshots, kind: ScreenshotTarget['kind']): Promise<ScreenshotTarget> {
  const listed = await screenshots.list();
  assert(listed.status === 'listed', JSON.stringify(listed));
  const target = listed.targets.find((candidate) => candidate.kind === kind);
  assert(target, JSON.stringify(listed));
  return target;
}

async function expectFailure(
  {
    screens = blind,
    ...options
  }: { screens?: ScreenService; platform: NodeJS.Platform; environment: NodeJS.ProcessEnv },
  reason: string,
  words: RegExp,
): Promise<void> {
  const listed = await new Screenshots({ screens, ...options }).list();
  assert(listed.status === 'failed', JSON.stringify(listed));
  assert.equal(listed.reason, reason);
  assert.match(listed.message, words);
}
