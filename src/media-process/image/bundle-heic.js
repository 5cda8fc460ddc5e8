// Keeps libheif a file of its own beside the bundle, `<outdir>/heic`, as its licence (LGPL) asks for.
const { copyFile, mkdir } = require('node:fs/promises');
const path = require('node:path');

const folder = path.dirname(require.resolve('libheif-js/package.json'));

/** @param {{ outdir: string }} target */
async function copyHeic({ outdir }) {
  const target = path.join(outdir, 'heic');
  await mkdir(target, { recursive: true });
  await Promise.all([
    copyFile(path.join(folder, 'libheif-wasm', 'libheif-bundle.js'), path.join(target, 'libheif.js')),
    copyFile(path.join(folder, 'LICENSE'), path.join(target, 'LICENSE')),
  ]);
}

/** Has the bundle load that file. */
const separateHeic = {
  name: 'separate-heic',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /libheif-bundle\.js$/ }, () => ({ path: './heic/libheif.js', external: true }));
  },
};

module.exports = { copyHeic, separateHeic };
