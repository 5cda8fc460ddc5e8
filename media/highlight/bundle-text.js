// Lets a script import another one as text: `import source from './worker/main?text'`.
const esbuild = require('esbuild');
const path = require('node:path');

/** @type {import('esbuild').Plugin} */
const scriptText = {
  name: 'script-text',
  setup(build) {
    /** @type {import('esbuild').Metafile['inputs']} */
    const inputs = {};
    build.onResolve({ filter: /\?text$/ }, (args) => ({
      path: path.resolve(args.resolveDir, args.path.replace(/\?text$/, '.ts')),
      namespace: 'script-text',
    }));
    build.onLoad({ filter: /.*/, namespace: 'script-text' }, async (args) => {
      const { outputFiles, metafile } = await esbuild.build({
        entryPoints: [args.path],
        bundle: true,
        write: false,
        metafile: true,
        minify: true,
        platform: 'browser',
        target: 'es2022',
        format: 'iife',
        legalComments: 'none',
      });
      Object.assign(inputs, metafile.inputs);
      const watchFiles = Object.keys(metafile.inputs).map((file) => path.resolve(file));
      return { contents: outputFiles[0]?.text ?? '', loader: 'text', watchFiles };
    });
    // What is inside of the text is inside of the bundle: its licences belong to the notices too.
    build.onEnd(({ metafile }) => {
      if (metafile) Object.assign(metafile.inputs, inputs);
    });
  },
};

module.exports = { scriptText };
