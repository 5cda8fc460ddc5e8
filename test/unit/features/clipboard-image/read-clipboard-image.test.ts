import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readClipboardImage } from '../../../../src/features/clipboard-image/read-clipboard-image';
import { demoPicture } from '../../media-process/pictures';
import { VirtualScreen } from '../virtual-screen';

describe('the picture on the clipboard', function () {
  this.timeout(60_000);
  let screen: VirtualScreen;

  before(async function () {
    if (!VirtualScreen.isAvailable('xclip')) {
      this.skip();
    }
    screen = await VirtualScreen.start();
  });
  after(() => screen?.close());

  const read = (environment: NodeJS.ProcessEnv = screen.environment, platform: NodeJS.Platform = 'linux') =>
    readClipboardImage({ platform, environment });

  it('is read byte for byte', async () => {
    await copy('image/png', demoPicture('mock-up.png'));
    const image = await read();
    assert(image.status === 'image');
    assert(Buffer.from(image.bytes).equals(demoPicture('mock-up.png')));
  });

  it('is missing when there is text on it', async () => {
    await copy('UTF8_STRING', Buffer.from('just words'));
    const image = await read();
    assert(image.status === 'empty');
    assert.match(image.message, /no picture on the clipboard/);
  });

  it('can not be read without a display', async () => {
    const image = await read({ PATH: process.env['PATH'] });
    assert(image.status === 'unavailable');
    assert.match(image.message, /no display.*Paste/);
  });

  it('can not be read without a tool, which is named', async () => {
    const image = await read({ PATH: '/nowhere', DISPLAY: ':99', WAYLAND_DISPLAY: 'wayland-0' });
    assert(image.status === 'unavailable');
    assert.match(image.message, /wl-paste or xclip, which are not installed/);
  });

  it('is read from what macOS and Windows tools print', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'iris-tools-'));
    try {
      const tool = (name: string, output: string): Promise<void> =>
        writeFile(join(folder, name), `#!/bin/sh\nprintf '%s' '${output}'\n`, { mode: 0o755 });
      await tool('osascript', '«data PNGf89504E470D0A1A0A»');
      await tool('powershell.exe', 'iVBORw0KGgo=');
      const environment = { PATH: `${folder}:${process.env['PATH']}` };
      for (const platform of ['darwin', 'win32'] as const) {
        const image = await read(environment, platform);
        assert(image.status === 'image');
        assert.equal(Buffer.from(image.bytes).toString('hex'), '89504e470d0a1a0a');
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is waited for only as long as it is wanted', async () => {
    const reason = new Error('Never mind.');
    await assert.rejects(
      readClipboardImage({ platform: 'linux', environment: screen.environment, signal: AbortSignal.abort(reason) }),
      reason,
    );
  });

  async function copy(type: string, bytes: Buffer): Promise<void> {
    const program = screen.run('xclip', '-selection', 'clipboard', '-target', type, '-in');
    program.stdin?.end(bytes);
    // It returns as soon as it owns the clipboard, and serves it from the background.
    await once(program, 'exit');
  }
});
