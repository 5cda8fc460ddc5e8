import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { sourceFiles } from './source-files';

/** Each room may import those of its own row and of the rows above. */
const rows: readonly (readonly string[])[] = [
  ['src/api', 'src/shared', 'src/util'],
  ['src/media-process'],
  ['src/model', 'src/usage', 'src/attachments', 'src/store'],
  ['src/conversation'],
  ['src/features'],
  ['src/vscode'],
  ['src/extension.ts'],
];

const panelPackages = ['preact', 'markdown-it', '@vscode/l10n'];
/** They are in scripts of their own, which the panel loads when there is something to do for them, by their folders. */
const partPackages: Readonly<Record<string, string>> = {
  'media/decoding/': 'mediabunny',
  'media/math/': 'katex',
  'media/highlight/worker/': 'highlight.js',
  'media/diagrams/frame/': 'mermaid',
};

describe('imports', () => {
  const files = sourceFiles();

  it('are found', () => {
    assert(importsOf('src/conversation/conversation.ts').includes('../store/conversation-store'));
  });

  it('go one way', () => {
    const broken = files.flatMap((file) =>
      importsOf(file).flatMap((specifier) => {
        const rule = brokenRule(file, specifier);
        return rule ? [`${file} imports '${specifier}': ${rule}`] : [];
      }),
    );
    assert.deepEqual(broken, []);
  });

  it('that break a rule are told by that rule', () => {
    const broken = [
      ['src/store/lock.ts', '../conversation/title'],
      ['src/media-process/run-task.ts', '../attachments/sniff'],
      ['src/shared/blob.ts', '../util/emitter'],
      ['src/shared/blob.ts', 'node:fs'],
      ['src/model/openai/client.ts', 'vscode'],
      ['src/util/emitter.ts', '../../media/state'],
      ['media/main.tsx', '../src/store/lock'],
      ['media/main.tsx', 'fs'],
      ['media/main.tsx', 'react'],
    ] as const;
    for (const [file, specifier] of broken) {
      assert(brokenRule(file, specifier), `${file} imports '${specifier}'`);
    }
    const fine = [
      ['src/vscode/log.ts', 'vscode'],
      ['src/extension.ts', './vscode/log'],
      ['src/model/offline/engine.ts', '../../media-process/media-service'],
      ['media/main.tsx', '../src/shared/protocol'],
      ['media/main.tsx', 'preact/hooks'],
      ['media/main.tsx', './state'],
    ] as const;
    for (const [file, specifier] of fine) {
      assert.equal(brokenRule(file, specifier), undefined);
    }
  });
});

function brokenRule(file: string, specifier: string): string | undefined {
  const isRelative = specifier.startsWith('.');
  const target = isRelative ? normalize(join(dirname(file), specifier)).replaceAll('\\', '/') : specifier;
  if (file.startsWith('media/')) {
    const isAllowed = isRelative
      ? /^(media|src\/shared)\//.test(target)
      : [...panelPackages, ...partPackagesOf(file)].some((name) => target === name || target.startsWith(`${name}/`));
    return isAllowed ? undefined : `the panel imports only itself, src/shared, ${panelPackages.join(' and ')}`;
  }
  if (file.startsWith('src/shared/')) {
    const isParsed = file.startsWith('src/shared/markdown/') && target === 'markdown-it';
    return target.startsWith('src/shared/') || target === '@vscode/l10n' || isParsed
      ? undefined
      : 'src/shared runs in the panel too and imports only itself';
  }
  if (specifier === 'vscode') {
    return rowOf(file) < rowOf('src/vscode') ? 'only src/vscode and src/extension.ts know VS Code' : undefined;
  }
  if (!isRelative) {
    return undefined;
  }
  if (rowOf(target) === -1) {
    return 'src imports only its own rooms';
  }
  return rowOf(file) < rowOf(target) ? 'the room is further up than the one it imports' : undefined;
}

function partPackagesOf(file: string): readonly string[] {
  return Object.entries(partPackages).flatMap(([folder, name]) => (file.startsWith(folder) ? [name] : []));
}

function rowOf(path: string): number {
  return rows.findIndex((rooms) =>
    rooms.some((room) => path === room || `${path}.ts` === room || path.startsWith(`${room}/`)),
  );
}

/** Static, dynamic and type imports, as they are written. */
function importsOf(file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .map((name) => (builtinModules.includes(name) ? `node:${name}` : name));
}
