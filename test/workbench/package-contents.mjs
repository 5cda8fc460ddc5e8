import path from 'node:path';

/**
 * What a package for a platform holds, in names inside the .vsix: each pattern must match at least one
 * file, and each file at least one pattern. npm leaves out a platform package that it cannot find
 * without a word, and a stray source or map is as easily shipped: neither must pass unseen.
 * @param {{ platform: string, arch: string, musl: boolean }} platform
 * @returns {readonly string[]}
 */
export function expectedContents({ platform, arch, musl }) {
  const sharp = `${platform}${musl ? 'musl' : ''}-${arch}`;
  const screenshots = `${platform}-${arch}${{ linux: musl ? '-musl' : '-gnu', win32: '-msvc' }[platform] ?? ''}`;
  return [
    '[[]Content_Types].xml',
    'extension.vsixmanifest',
    'extension/package.json',
    'extension/package.nls*.json',
    'extension/l10n/bundle.l10n.*.json',
    'extension/readme.md',
    'extension/changelog.md',
    'extension/LICENSE.txt',
    'extension/demo/pictures/error.png',
    'extension/src/api/iris.d.ts',
    'extension/src/api/model.d.ts',
    'extension/media/static/icon.png',
    'extension/media/static/icons/*.svg',
    'extension/media/static/walkthrough/*.{svg,md}',
    'extension/dist/THIRD-PARTY-NOTICES.txt',
    'extension/dist/extension.js',
    'extension/dist/openai-model.js',
    'extension/dist/capability-table.js',
    'extension/dist/chat-export.js',
    'extension/dist/chat-import.js',
    'extension/dist/l10n.js',
    'extension/dist/media-process.js',
    'extension/dist/mp3-decoder.js',
    'extension/dist/mp3-encoder.js',
    'extension/dist/secret-rules.js',
    'extension/dist/media/main.{js,css}',
    'extension/dist/media/decoding.js',
    'extension/dist/media/diagrams.js',
    'extension/dist/media/highlight.js',
    'extension/dist/media/math.{js,css}',
    'extension/dist/media/fonts/KaTeX_*.woff2',
    'extension/dist/media/picture-editor.js',
    'extension/dist/media/region.{js,css}',
    'extension/dist/media/usage.{js,css}',
    'extension/dist/pdf/worker.js',
    'extension/dist/pdf/pdfium.wasm',
    'extension/dist/heic/{libheif.js,LICENSE}',
    'extension/dist/ocr/worker.js',
    'extension/dist/ocr/tesseract-core-simd-lstm.wasm',
    'extension/dist/ocr/eng.traineddata.gz',
    'extension/node_modules/sharp/{package.json,LICENSE,dist/*.cjs}',
    `extension/node_modules/@img/sharp-${sharp}/{package.json,README.md,LICENSE,versions.json,index.cjs}`,
    `extension/node_modules/@img/sharp-${sharp}/lib/*.node`,
    ...libvips(platform, sharp),
    'extension/node_modules/@img/colour/{package.json,LICENSE.md,*.cjs}',
    'extension/node_modules/detect-libc/{package.json,LICENSE,lib/*.js}',
    'extension/node_modules/semver/{package.json,LICENSE,*.js,*/*.js}',
    'extension/node_modules/node-screenshots/{package.json,LICENSE,index.js}',
    `extension/node_modules/node-screenshots-${screenshots}/package.json`,
    `extension/node_modules/node-screenshots-${screenshots}/*.node`,
  ];
}

/**
 * @param {readonly string[]} files
 * @param {readonly string[]} expected
 */
export function compareContents(files, expected) {
  return {
    missing: expected.filter((pattern) => !files.some((file) => path.posix.matchesGlob(file, pattern))),
    unexpected: files.filter((file) => !expected.some((pattern) => path.posix.matchesGlob(file, pattern))),
  };
}

/**
 * libvips comes in a package of its own, but on Windows beside sharp's binary.
 * @param {string} platform
 * @param {string} sharp
 */
function libvips(platform, sharp) {
  if (platform === 'win32') return [`extension/node_modules/@img/sharp-${sharp}/lib/libvips-*.dll`];
  const folder = `extension/node_modules/@img/sharp-libvips-${sharp}`;
  return [`${folder}/{package.json,README.md,versions.json,lib/index.js}`, `${folder}/lib/libvips-cpp.*{so,dylib}*`];
}
