import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes VS Code know a language: its own texts stay English, those of extensions are in that language where they have them.
 * The language packs with VS Code's own texts come from its marketplace only, which tests do without.
 * @param {string} dataFolder profile
 * @param {string} language such as `de`
 */
export function writeEmptyLanguagePack(dataFolder, language) {
  const folder = path.join(dataFolder, 'data');
  const texts = path.join(folder, `texts-${language}.json`);
  const extensions = [{ extensionIdentifier: { id: 'iris-test.empty-language-pack' }, version: '1.0.0' }];
  const pack = { hash: 'empty', extensions, translations: { vscode: texts }, label: language };
  mkdirSync(folder, { recursive: true });
  writeFileSync(texts, JSON.stringify({ version: '1.0.0', contents: {} }));
  writeFileSync(path.join(folder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
