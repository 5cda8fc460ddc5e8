import path from 'node:path';
import { installPinned } from './install-pinned.mjs';
import { downloads, root } from './project.mjs';

const installed = path.join(downloads, 'server');
const editor = path.join(installed, 'node_modules', 'code-server', 'lib', 'vscode');

/** Native modules without which the extension host of the served VS Code dies at its start. */
const nativeModules = ['@vscode/native-watchdog', '@vscode/spdlog'];

/** The script that serves VS Code. */
export const serverScript = path.join(editor, 'out', 'server-main.js');

/** Installs the VS Code that can be served to a browser into .vscode-test/; does nothing where it is there. */
export async function installServer() {
  await installPinned({
    pinned: path.join(root, 'test', 'workbench', 'server'),
    installed,
    steps: [
      { title: 'Installing VS Code (about 200 MB, once)', args: ['ci'], cwd: installed },
      {
        title: 'Installing its modules (about 400 MB, once)',
        args: ['install', '--omit=dev', '--ignore-scripts'],
        cwd: editor,
      },
      { title: 'Compiling two of them (about a minute, once)', args: ['rebuild', ...nativeModules], cwd: editor },
    ],
  });
}
