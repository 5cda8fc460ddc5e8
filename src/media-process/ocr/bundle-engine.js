// Puts the text recognition engine into `<outdir>/ocr`, so that it runs without node_modules and without network:
// tesseract.js's worker with the one core it needs, that core's wasm, and the English model.
const esbuild = require('esbuild');
const { copyFile, mkdir } = require('node:fs/promises');
const path = require('node:path');

/** SIMD runs wherever VS Code does; the "relaxed SIMD" variant aborts on some of these and is no faster. */
const core = 'tesseract-core-simd-lstm';

/** The worker chooses among six cores by the processor; bundled, there is one. */
const oneCore = {
  name: 'one-core',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^tesseract\.js-core\// }, () => ({
      path: require.resolve(`tesseract.js-core/${core}.js`),
    }));
    // Only for Node without fetch; nothing is fetched here anyway.
    build.onResolve({ filter: /^node-fetch$/ }, () => ({ path: 'node-fetch', namespace: 'empty' }));
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = undefined' }));
  },
};

/** @param {{ outdir: string, minify: boolean }} options */
async function buildOcr({ outdir, minify }) {
  const folder = path.join(outdir, 'ocr');
  await mkdir(folder, { recursive: true });
  const [result] = await Promise.all([
    esbuild.build({
      metafile: true,
      entryPoints: { worker: require.resolve('tesseract.js/src/worker-script/node/index.js') },
      outdir: folder,
      bundle: true,
      minify,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      logLevel: 'warning',
      legalComments: 'none',
      plugins: [oneCore],
    }),
    copyFile(require.resolve(`tesseract.js-core/${core}.wasm`), path.join(folder, `${core}.wasm`)),
    copyFile(
      require.resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'),
      path.join(folder, 'eng.traineddata.gz'),
    ),
  ]);
  return result;
}

module.exports = { buildOcr };
