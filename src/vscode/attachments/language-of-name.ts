import * as vscode from 'vscode';

/** Data that VS Code has no language for, with the words that models know. */
const data: Readonly<Record<string, string>> = { csv: 'csv', tsv: 'tsv', ndjson: 'jsonl', toml: 'toml' };

interface Languages {
  readonly byFileName: ReadonlyMap<string, string>;
  readonly byExtension: ReadonlyMap<string, string>;
}

let known: Languages | undefined;

/** The language that the installed extensions give to files of this name; undefined where none does. */
export function languageOfName(name: string): string | undefined {
  known ??= contributedLanguages();
  const lower = name.toLowerCase();
  const byName = known.byFileName.get(lower);
  if (byName !== undefined) {
    return byName;
  }
  // The longest extension wins: `.d.ts` before `.ts`.
  for (let dot = lower.indexOf('.'); dot >= 0; dot = lower.indexOf('.', dot + 1)) {
    const language = known.byExtension.get(lower.slice(dot));
    if (language !== undefined) {
      return language;
    }
  }
  return data[lower.split('.').at(-1) ?? ''];
}

/** VS Code tells the language only of documents that are open; what its extensions say of names, it tells of all. */
function contributedLanguages(): Languages {
  const byFileName = new Map<string, string>();
  const byExtension = new Map<string, string>();
  for (const { packageJSON } of vscode.extensions.all) {
    for (const language of contributed(packageJSON)) {
      language.filenames.forEach((name) => byFileName.set(name.toLowerCase(), language.id));
      language.extensions.forEach((extension) => byExtension.set(extension.toLowerCase(), language.id));
    }
  }
  return { byFileName, byExtension };
}

interface ContributedLanguage {
  readonly id: string;
  readonly filenames: readonly string[];
  readonly extensions: readonly string[];
}

function contributed(manifest: unknown): readonly ContributedLanguage[] {
  const languages = field(field(manifest, 'contributes'), 'languages');
  return listOf(languages).flatMap((language) => {
    const id = field(language, 'id');
    return typeof id === 'string'
      ? [{ id, filenames: texts(field(language, 'filenames')), extensions: texts(field(language, 'extensions')) }]
      : [];
  });
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): readonly string[] {
  return listOf(value).filter((text) => typeof text === 'string');
}
