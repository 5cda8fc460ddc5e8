// Leaves out what KaTeX's style sheet names for browsers that do not know WOFF2.
const { readFile } = require('node:fs/promises');

/** @type {import('esbuild').Plugin} */
const modernFonts = {
  name: 'modern-fonts',
  setup(build) {
    build.onLoad({ filter: /[\\/]katex[\\/]dist[\\/]katex\.css$/ }, async (args) => {
      const styles = await readFile(args.path, 'utf8');
      return { contents: styles.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, ''), loader: 'css' };
    });
  },
};

module.exports = { modernFonts };
