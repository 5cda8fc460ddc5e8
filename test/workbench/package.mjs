// Makes the .vsix for this platform and checks what is inside: `npm run package`.
// Native packages are those that npm installed here, so each platform's package is made on that platform.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { Failure, runMain } from './failure.mjs';
import { compareContents, expectedContents } from './package-contents.mjs';
import { root } from './project.mjs';
import { runNode } from './run-process.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';
import { listVsixFiles } from './vsix-files.mjs';

await runMain(async () => {
  const platform = { platform: process.platform, arch: process.arch, musl: isMusl() };
  const target = `${platform.musl ? 'alpine' : platform.platform}-${platform.arch === 'arm' ? 'armhf' : platform.arch}`;
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const vsix = path.join(root, `${name}-${target}-${version}.vsix`);

  if ((await runNode(['esbuild.js', '--production'])) !== 0) throw new Failure('The build failed, see above.');
  const bundled = path.join(root, 'dist/bundled-files.json');
  const inputs = /** @type {string[]} */ (JSON.parse(readFileSync(bundled, 'utf8')));
  writeFileSync(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, inputs));
  rmSync(bundled);
  await createVSIX({
    cwd: root,
    target,
    packagePath: vsix,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });

  const files = listVsixFiles(vsix);
  const empty = files.filter(({ size }) => size === 0).map((file) => file.name);
  const names = files.map((file) => file.name);
  const { missing, unexpected } = compareContents(names, expectedContents(platform));
  const faults = [
    ...missing.map((pattern) => `missing:    ${pattern}`),
    ...unexpected.map((file) => `unexpected: ${file}`),
    ...empty.map((file) => `empty:      ${file}`),
  ];
  if (faults.length > 0) {
    // A file that looks like a package would be shipped by someone in a hurry.
    rmSync(vsix);
    throw new Failure(
      `The package does not hold what it should (test/workbench/package-contents.mjs):\n  ${faults.join('\n  ')}`,
    );
  }
  const megabytes = (statSync(vsix).size / 1e6).toFixed(1);
  console.log(`${path.basename(vsix)}: ${files.length} files, ${megabytes} MB, contents checked.`);
});

function isMusl() {
  if (process.platform !== 'linux') return false;
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return header.glibcVersionRuntime === undefined;
}
