import assert from 'node:assert/strict';
import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import type { TokenColors, TokenKind } from '../../src/shared/token-colors';
import { ThemeColors } from '../../src/vscode/theme-colors/theme-colors';
import { closeAllEditors } from './support/editors';
import { until } from './support/iris';

interface Manifest {
  readonly contributes?: {
    readonly themes?: readonly { readonly id?: string; readonly label: string; readonly path: string }[];
  };
}

interface Rule {
  readonly scope?: string | readonly string[];
  readonly settings?: { readonly foreground?: string };
}

/** Kinds of tokens that themes colour under one plain name. */
const scopes: Partial<Readonly<Record<TokenKind, string>>> = {
  comment: 'comment',
  string: 'string',
  number: 'constant.numeric',
  function: 'entity.name.function',
  tag: 'entity.name.tag',
  attribute: 'entity.other.attribute-name',
};

/** Of each kind one that VS Code proposes, and two of other extensions. */
const names = [
  'Dark Modern',
  'Light Modern',
  'Default High Contrast',
  'Default High Contrast Light',
  'Monokai',
  'Solarized Light',
];

const echo = `<!doctype html><script nonce="test">
  const host = acquireVsCodeApi();
  addEventListener('message', ({ data }) => host.postMessage(data));
  host.postMessage({ type: 'ready' });
</script>`;

describe("the colours of VS Code's themes", () => {
  let panel: vscode.WebviewPanel;
  let colors: ThemeColors;
  /** What the page was told last. */
  let told: TokenColors | undefined;

  before(() => {
    panel = vscode.window.createWebviewPanel('test', 'Test', vscode.ViewColumn.One, { enableScripts: true });
    colors = new ThemeColors(panel.webview);
    panel.webview.onDidReceiveMessage((message: { readonly type: string; readonly colors?: TokenColors }) => {
      if (message.type === 'tokenColorsChanged') {
        told = message.colors;
      }
    });
    panel.webview.html = echo;
  });
  after(async () => {
    colors.dispose();
    await set('workbench.colorTheme', undefined);
    await closeAllEditors();
  });
  afterEach(() => set('editor.tokenColorCustomizations', undefined));

  for (const name of names) {
    it(`reach the page from ${name}`, async () => {
      const rules = await rulesOf(fileOf(name));
      const expected = Object.entries(scopes).flatMap(([kind, scope]) => {
        const color = colorOf(scope, rules);
        return color === undefined ? [] : [[kind, color] as const];
      });
      assert(expected.length >= 3, `${expected.length} kinds`);
      await set('workbench.colorTheme', name);
      await until(`the colours of ${name}, ${JSON.stringify(expected)}`, () => {
        const shown = told;
        return expected.every(([kind, color]) => shown?.[kind as TokenKind]?.color === color) || undefined;
      });
    });
  }

  it("give way to the person's own, for all themes and for one", async () => {
    await set('workbench.colorTheme', 'Monokai');
    await set('editor.tokenColorCustomizations', {
      comments: '#123456',
      strings: '#111111',
      '[Monokai]': { strings: '#abcdef' },
      '[Red]': { comments: '#222222' },
    });
    await until('the own colours', () => told?.comment?.color === '#123456' || undefined);
    assert.equal(told?.string?.color, '#abcdef');
  });
});

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}

function fileOf(name: string): vscode.Uri {
  const files = vscode.extensions.all.flatMap(({ packageJSON, extensionUri }) =>
    ((packageJSON as Manifest).contributes?.themes ?? [])
      .filter(({ id, label }) => (id ?? label) === name)
      .map(({ path }) => vscode.Uri.joinPath(extensionUri, path)),
  );
  const [file] = files;
  assert(file, `VS Code has no theme ${name}.`);
  return file;
}

/** Those of included files first: what comes later counts. */
async function rulesOf(file: vscode.Uri): Promise<readonly Rule[]> {
  const text = Buffer.from(await vscode.workspace.fs.readFile(file)).toString();
  const { include, tokenColors = [] } = parse(text, [], { allowTrailingComma: true }) as {
    readonly include?: string;
    readonly tokenColors?: readonly Rule[];
  };
  const included = include === undefined ? [] : await rulesOf(vscode.Uri.joinPath(file, '..', include));
  return [...included, ...tokenColors];
}

function colorOf(scope: string, rules: readonly Rule[]): string | undefined {
  const names = (rule: Rule): readonly string[] =>
    [rule.scope ?? []].flat().flatMap((one) => one.split(',').map((part) => part.trim()));
  return rules.findLast((rule) => rule.settings?.foreground !== undefined && names(rule).includes(scope))?.settings
    ?.foreground;
}
