// `npm start`: opens VS Code on the demo workspace with Iris loaded. A desktop VS Code where there is one, else one
// from the npm registry that is served to the browser.
//   npm start -- [--web] [--port N] [--no-open]
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, runMain } from './failure.mjs';
import { findDesktopEditor, hasDesktop } from './find-desktop-editor.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { openInBrowser } from './open-in-browser.mjs';
import { root } from './project.mjs';
import { runNode, runProcess } from './run-process.mjs';
import { serveDemo } from './serve-demo.mjs';

const hint = 'Right-click a picture in the Explorer and choose "Iris: Ask About This Image".';

await runMain(async () => {
  const options = readOptions();
  await installDependencies();
  console.log('Building Iris…');
  if ((await runNode(['esbuild.js'])) !== 0) throw new Failure('The build failed, see above.');

  const editor = options.web ? undefined : findDesktopEditor();
  if (editor && (await openDesktop(editor))) return;
  await openServed(options);
});

function readOptions() {
  const { values } = parseArgs({
    options: { web: { type: 'boolean' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Failure('--port takes a number from 1 to 65535.');
  }
  return { web: values.web === true || port !== undefined, port, open: values['no-open'] !== true };
}

/**
 * @param {string} editor
 * @returns {Promise<boolean>} whether it took the request
 */
async function openDesktop(editor) {
  console.log(`Opening ${path.basename(editor)}…`);
  const code = await runProcess(editor, [`--extensionDevelopmentPath=${root}`, path.join(root, 'demo')]);
  if (code === 0) console.log(`${hint} (npm start -- --web opens VS Code in the browser instead.)`);
  else console.log('It did not open, so VS Code is served to the browser.');
  return code === 0;
}

/** @param {{ port: number | undefined, open: boolean }} options */
async function openServed({ port, open }) {
  const { address, stop } = await serveDemo({ port });
  console.log(`\nVS Code with Iris is at\n${address}\n\n${hint}\nCtrl+C ends it.`);
  if (open && hasDesktop()) openInBrowser(address);
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  await stop();
}
