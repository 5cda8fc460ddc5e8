import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const require = createRequire(import.meta.url);
const { copyHeic, separateHeic } = require('../../../src/media-process/image/bundle-heic.js');
const { buildOcr } = require('../../../src/media-process/ocr/bundle-engine.js');
const { buildPdf } = require('../../../src/media-process/pdf/bundle-pdf.js');

/** @type {Promise<string> | undefined} */
let built;

/**
 * Path of a media process of its own for the tests, built once, so that they need nothing else to be built.
 * @returns {Promise<string>}
 */
export function mediaBundle() {
  built ??= buildBundle();
  return built;
}

async function buildBundle() {
  const outdir = `${root}out/media-process`;
  await Promise.all([
    build({
      absWorkingDir: root,
      entryPoints: { main: 'src/media-process/main.ts' },
      outdir,
      bundle: true,
      platform: 'node',
      target: 'node22',
      format: 'cjs',
      external: ['sharp', 'node-screenshots'],
      alias: { 'codec-parser': './src/media-process/audio/no-codec-parser.js' },
      supported: { 'dynamic-import': false },
      plugins: [separateHeic],
      logLevel: 'warning',
    }),
    buildOcr({ outdir, minify: false }),
    buildPdf({ outdir, minify: false }),
    copyHeic({ outdir }),
  ]);
  return `${outdir}/main.js`;
}
