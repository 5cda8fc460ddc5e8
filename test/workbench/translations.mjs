// Compares the texts of the code with those of each language and prints what differs:
//   npm run translations
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { root } from './project.mjs';

/** @typedef {Readonly<Record<string, string>>} Texts by their English, or by their name in package.nls.json */

/**
 * The texts that the code takes from the display language: the first arguments of `t`.
 * @returns {ReadonlySet<string>}
 */
export function textsOfCode() {
  const names = globSync(['src/**/*.{ts,tsx}', 'media/**/*.{ts,tsx}'], { cwd: root });
  return new Set(names.flatMap((name) => textsOf(name, readFileSync(path.join(root, name), 'utf8'))));
}

/**
 * Throws for a text that is put together, which could not be translated.
 * @param {string} name
 * @param {string} contents
 * @returns {string[]}
 */
function textsOf(name, contents) {
  if (!contents.includes(`import { t } from '@vscode/l10n'`)) return [];
  const kind = name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(name, contents, ts.ScriptTarget.Latest, false, kind);
  /** @type {string[]} */
  const texts = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't') {
      const [first] = node.arguments;
      const text = first && (ts.isObjectLiteralExpression(first) ? keyWithComment(first) : literal(first));
      if (text === undefined) throw new Error(`${name} has a text that is not written out in one piece.`);
      texts.push(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

/** @param {ts.ObjectLiteralExpression} object */
function keyWithComment(object) {
  const values = Object.fromEntries(
    object.properties.flatMap((property) =>
      ts.isPropertyAssignment(property) && ts.isIdentifier(property.name)
        ? [[property.name.text, literal(property.initializer)]]
        : [],
    ),
  );
  return `${values['message']}/${values['comment']}`;
}

/** @param {ts.Expression} expression */
function literal(expression) {
  return ts.isStringLiteralLike(expression) ? expression.text : undefined;
}

/**
 * The names of texts in package.json.
 * @returns {ReadonlySet<string>}
 */
export function textsOfManifest() {
  const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
  return new Set(Array.from(manifest.matchAll(/"%([\w.-]+)%"/g), ([, name]) => name ?? ''));
}

/** What in package.json is shown to people, by the names of its properties; `name` of the whole is none of it. */
const shownProperties = new Set([
  'altText',
  'contextualTitle',
  'deprecationMessage',
  'description',
  'displayName',
  'enumDescriptions',
  'enumItemLabels',
  'errorMessage',
  'label',
  'markdownDeprecationMessage',
  'markdownDescription',
  'markdownEnumDescriptions',
  'name',
  'patternErrorMessage',
  'title',
]);

/**
 * Texts that are written out in a manifest, where only English readers understand them. The name of Iris is the same
 * in every language.
 * @param {Readonly<Record<string, unknown>>} manifest
 * @returns {readonly string[]}
 */
export function plainTextsOf({ displayName, description, capabilities, contributes }) {
  /**
   * @param {unknown} value
   * @param {boolean} shown
   * @returns {readonly string[]}
   */
  const plainIn = (value, shown) => {
    if (typeof value === 'string') return shown && value !== 'Iris' && !/^%[\w.-]+%$/.test(value) ? [value] : [];
    if (Array.isArray(value)) return value.flatMap((item) => plainIn(item, shown));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => plainIn(item, shownProperties.has(key)));
  };
  return plainIn({ displayName, description, capabilities, contributes }, false);
}

/**
 * The files of texts of one kind, by name.
 * @param {'l10n/bundle.l10n.*.json' | 'package.nls*.json'} pattern
 * @returns {ReadonlyMap<string, Texts>}
 */
export function translations(pattern) {
  const names = globSync(pattern, { cwd: root }).toSorted();
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(path.join(root, name), 'utf8'))]));
}

/**
 * What is wrong with a file of texts, as sentences.
 * @param {string} name
 * @param {Texts} texts
 * @param {{ wanted: ReadonlySet<string>, originalOf: (key: string) => string }} options
 * @returns {readonly string[]}
 */
export function translationProblems(name, texts, { wanted, originalOf }) {
  return [
    ...[...wanted].filter((key) => !(key in texts)).map((key) => `${name} lacks: ${key}`),
    ...Object.keys(texts)
      .filter((key) => !wanted.has(key))
      .map((key) => `${name} has what nobody asks for: ${key}`),
    ...Object.entries(texts).flatMap(([key, text]) => [
      ...(text.trim() === '' ? [`${name} has an empty text for: ${key}`] : []),
      ...(placeholders(text) === placeholders(originalOf(key))
        ? []
        : [`${name} has other placeholders, code or links in: ${key}`]),
    ]),
  ];
}

/** All that is wrong, in every language. */
export function allTranslationProblems() {
  const code = textsOfCode();
  const manifest = textsOfManifest();
  const plain = plainTextsOf(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  const english = translations('package.nls*.json').get('package.nls.json') ?? {};
  return [
    ...plain.map((text) => `package.json has a text that is not in package.nls.json: ${text}`),
    ...[...translations('l10n/bundle.l10n.*.json')].flatMap(([name, texts]) =>
      translationProblems(name, texts, { wanted: code, originalOf: (key) => key }),
    ),
    ...[...translations('package.nls*.json')].flatMap(([name, texts]) =>
      translationProblems(name, texts, { wanted: manifest, originalOf: (key) => english[key] ?? '' }),
    ),
  ];
}

/**
 * What is the same in every language: placeholders, code and where links go.
 * @param {string} text
 */
function placeholders(text) {
  return [...new Set(text.match(/\{\d+\}|`[^`]+`|\]\([^)]+\)/g) ?? [])].toSorted().join(' ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = allTranslationProblems();
  console.log(problems.length === 0 ? 'Every text has its translations.' : problems.join('\n'));
  process.exitCode = problems.length === 0 ? 0 : 1;
}
