// Builds the extension into dist/, or with --tests the test files into out/.
//   node esbuild.js [--watch] [--production]
//   node esbuild.js --tests [FILE or pattern]… [--watch]
const esbuild = require('esbuild');
const { globSync, rmSync } = require('node:fs');
const { readFile, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { scriptText } = require('./media/highlight/bundle-text.js');
const { modernFonts } = require('./media/math/bundle-fonts.js');
const { copyHeic, separateHeic } = require('./src/media-process/image/bundle-heic.js');
const { buildOcr } = require('./src/media-process/ocr/bundle-engine.js');
const { buildPdf } = require('./src/media-process/pdf/bundle-pdf.js');

const flags = new Set(process.argv.slice(2).filter((argument) => argument.startsWith('--')));
const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const production = flags.has('--production');

/** Shipped as packages beside the bundles: they hold native code. `vscode` is given by the editor. */
const external = ['vscode', 'sharp', 'node-screenshots'];

/** Bundles of the extension host and its child process, by output name. */
const hostEntries = {
  extension: 'src/extension.ts',
  'openai-model': 'src/model/openai/openai-model.ts',
  'capability-table': 'src/model/capabilities/table.ts',
  // What all of these take their texts from, so that the display language is set once.
  l10n: 'node_modules/@vscode/l10n/dist/main.js',
  'media-process': 'src/media-process/main.ts',
  'chat-export': 'src/features/chat-export/main.ts',
  'chat-import': 'src/features/chat-import/main.ts',
  'secret-rules': 'src/media-process/secrets/lint-text.ts',
  // Each holds a library under the LGPL, which can be exchanged by exchanging the file.
  'mp3-decoder': 'src/media-process/audio/mp3-decoder.ts',
  'mp3-encoder': 'src/media-process/audio/encode-mp3.ts',
};

const common = {
  bundle: true,
  logLevel: 'info',
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
};

/**
 * A dynamic import of another entry point stays a separate file that is loaded when the import runs,
 * so that activation reads only what it needs.
 */
const lazyBundles = {
  name: 'lazy-bundles',
  setup(build) {
    const names = new Map(Object.entries(hostEntries).map(([name, file]) => [path.resolve(file), name]));
    build.onResolve({ filter: /^\./ }, (args) => {
      const name = names.get(path.resolve(args.resolveDir, `${args.path}.ts`));
      return args.kind === 'dynamic-import' && name ? { path: `./${name}.js`, external: true } : undefined;
    });
  },
};

/** One copy for all bundles of a process. */
const sharedTexts = {
  name: 'shared-texts',
  setup(build) {
    build.onResolve({ filter: /^@vscode\/l10n$/ }, () => ({ path: './l10n.js', external: true }));
  },
};

/**
 * `import * as vscode` would become a copy of VS Code's whole API for each file that has it, all of them made while the
 * extension starts. A plain `require` takes the API as it is.
 */
const requiredVsCode = {
  name: 'required-vscode',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/](vscode[\\/].*|extension)\.ts$/ }, async (args) => {
      const source = await readFile(args.path, 'utf8');
      const contents = source.replace("import * as vscode from 'vscode';", "import vscode = require('vscode');");
      return { contents, loader: 'ts' };
    });
  },
};

const host = {
  ...common,
  entryPoints: hostEntries,
  outdir: 'dist',
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  external,
  alias: {
    'codec-parser': './src/media-process/audio/no-codec-parser.js',
    // The package's other format looks for its parts while it runs, where no bundler sees them.
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
  },
  supported: { 'dynamic-import': false },
  plugins: [lazyBundles, sharedTexts, requiredVsCode, separateHeic],
};

const panel = {
  ...common,
  entryPoints: { main: 'media/main.tsx', region: 'media/region/main.ts', usage: 'media/usage/main.tsx' },
  outdir: 'dist/media',
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

/** What the panel's script imports when it is needed: decoders of sounds and videos, formulas, colours of code. */
const panelParts = {
  ...common,
  entryPoints: {
    decoding: 'media/decoding/main.ts',
    math: 'media/math/main.ts',
    highlight: 'media/highlight/main.ts',
    'picture-editor': 'media/picture-editor/main.tsx',
    diagrams: 'media/diagrams/main.ts',
  },
  outdir: 'dist/media',
  assetNames: 'fonts/[name]',
  loader: { '.woff2': 'file' },
  platform: 'browser',
  target: 'es2022',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  plugins: [scriptText, modernFonts],
};

/**
 * Scripts that tests import stay the one file that they are: they find their folder by their own address, and
 * what they keep is shared by all test bundles.
 */
const sharedScripts = {
  name: 'shared-scripts',
  setup(build) {
    build.onResolve({ filter: /^\..*\.mjs$/ }, (args) => ({
      path: path.resolve(args.resolveDir, args.path),
      external: true,
    }));
  },
};

function tests() {
  return {
    ...common,
    entryPoints: globSync(files.length > 0 ? files : 'test/{unit,corpora,vscode,e2e,bench}/**/*.ts{,x}'),
    outdir: 'out/test',
    outbase: 'test',
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
    plugins: [sharedScripts],
  };
}

async function main() {
  if (production) rmSync('dist', { recursive: true, force: true });
  const configurations = flags.has('--tests') ? [tests()] : [host, panel, panelParts];
  const engine = { outdir: 'dist', minify: production };
  const engines = flags.has('--tests') ? [] : [await buildOcr(engine), await buildPdf(engine)];
  if (!flags.has('--tests')) await copyHeic(engine);
  if (flags.has('--watch')) {
    const contexts = await Promise.all(configurations.map((configuration) => esbuild.context(configuration)));
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  const results = await Promise.all(
    configurations.map((configuration) => esbuild.build({ ...configuration, metafile: true })),
  );
  if (production) {
    const inputs = [...results, ...engines].flatMap((result) => Object.keys(result.metafile?.inputs ?? {}));
    await writeFile('dist/bundled-files.json', JSON.stringify(inputs));
  }
}

main().catch(() => {
  process.exitCode = 1;
});
