// Puts the PDF engine into `<outdir>/pdf`, so that it runs without node_modules: the worker and PDFium's wasm.
const esbuild = require('esbuild');
const { mkdir, readFile, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { setLimits } = require('./wasm-limits.js');

/** Pages of 64 KiB that PDFium may use: 640 MB, more than any page needs that people read. */
const maxMemoryPages = 10_240;

/** @param {{ outdir: string, minify: boolean }} options */
async function buildPdf({ outdir, minify }) {
  const folder = path.join(outdir, 'pdf');
  await mkdir(folder, { recursive: true });
  const wasm = await readFile(require.resolve('@hyzyla/pdfium/pdfium.wasm'));
  const [result] = await Promise.all([
    esbuild.build({
      metafile: true,
      entryPoints: { worker: path.join(__dirname, 'worker', 'main.ts') },
      outdir: folder,
      bundle: true,
      minify,
      platform: 'node',
      target: 'node22',
      format: 'cjs',
      logLevel: 'warning',
      legalComments: 'none',
      // The package's module for `import` looks for its wasm by `import.meta.url`, which this format has not.
      alias: { '@hyzyla/pdfium': require.resolve('@hyzyla/pdfium') },
    }),
    writeFile(path.join(folder, 'pdfium.wasm'), setLimits(wasm, maxMemoryPages)),
  ]);
  return result;
}

module.exports = { buildPdf };
