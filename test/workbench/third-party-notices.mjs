import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Name, version, licence, source and licence text of every package that the bundles hold files of, as their licences ask
 * for. Throws for a package that says nothing of its licence.
 * @param {string} root
 * @param {readonly string[]} files paths of bundled files, from the root
 */
export function thirdPartyNotices(root, files) {
  const folders = new Set(files.flatMap((file) => packageFolder(path.resolve(root, withoutNamespace(file))) ?? []));
  const notices = [...folders].sort().map((folder) => notice(folder));
  return `Iris contains code of the following packages.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/**
 * esbuild writes what it left out as `(disabled):path`.
 * @param {string} file
 */
function withoutNamespace(file) {
  return file.replace(/^\([\w-]+\):/, '');
}

/** @param {string} file */
function packageFolder(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license, repository } = /** @type {PackageJson} */ (
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  );
  const source =
    typeof repository === 'string' ? repository : (repository?.url ?? `https://www.npmjs.com/package/${name}`);
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file) && existsSync(path.join(folder, file)))
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  // Some say it in a text of its own only.
  const named = license ?? texts[0]?.split('\n')[0];
  if (!named) throw new Error(`${name} does not say what licence it has.`);
  return [`${name} ${version}`, `Licence: ${named}`, `Source: ${source}`, '', ...texts, ''].join('\n');
}

/**
 * @typedef {{ name: string, version: string, license?: string, repository?: string | { url?: string } }} PackageJson
 */
