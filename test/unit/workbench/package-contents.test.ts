import assert from 'node:assert/strict';
import { compareContents, expectedContents } from '../../workbench/package-contents.mjs';

const linux = { platform: 'linux', arch: 'x64', musl: false };
const windows = { platform: 'win32', arch: 'arm64', musl: false };

describe('The contents of a package', () => {
  it('may not lack a file that is needed at run time', () => {
    const { missing } = compareContents(['extension/package.json'], ['extension/package.json', 'extension/dist/*.js']);
    assert.deepEqual(missing, ['extension/dist/*.js']);
  });

  it('may not include sources, tests or maps', () => {
    const stray = ['extension/src/extension.ts', 'extension/dist/extension.js.map', 'extension/test/run.mjs'];
    const { unexpected } = compareContents(stray, expectedContents(linux));
    assert.deepEqual(unexpected, stray);
  });

  it('may not include the native code of another platform', () => {
    const foreign = ['extension/node_modules/@img/sharp-win32-arm64/lib/sharp-win32-arm64-0.35.5.node'];
    assert.deepEqual(compareContents(foreign, expectedContents(linux)).unexpected, foreign);
    assert.deepEqual(compareContents(foreign, expectedContents(windows)).unexpected, []);
  });

  it('takes the library of each platform under its own name', () => {
    const library = {
      linux: 'extension/node_modules/@img/sharp-libvips-linux-x64/lib/libvips-cpp.so.8.18.7',
      mac: 'extension/node_modules/@img/sharp-libvips-darwin-arm64/lib/libvips-cpp.8.18.7.dylib',
      alpine: 'extension/node_modules/@img/sharp-libvips-linuxmusl-x64/lib/libvips-cpp.so.8.18.7',
      windows: 'extension/node_modules/@img/sharp-win32-arm64/lib/libvips-cpp-8.18.7.dll',
    };
    const unexpected = (file: string, platform: typeof linux) =>
      compareContents([file], expectedContents(platform)).unexpected;
    assert.deepEqual(unexpected(library.linux, linux), []);
    assert.deepEqual(unexpected(library.mac, { platform: 'darwin', arch: 'arm64', musl: false }), []);
    assert.deepEqual(unexpected(library.alpine, { ...linux, musl: true }), []);
    assert.deepEqual(unexpected(library.windows, windows), []);
  });
});
