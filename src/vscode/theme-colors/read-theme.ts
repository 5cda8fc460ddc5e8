import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import { field, readRules, type ThemeRule } from './theme-rule';

/** How many files a theme may be made of, each including the next. */
const maxFiles = 8;

/** Largest file of a theme, in bytes. */
const maxBytes = 4_000_000;

/**
 * The rules for tokens in a theme's file and in those that it includes, which come first. Nothing for a theme in the
 * format of TextMate, or one that can't be read.
 */
export async function readTheme(file: vscode.Uri): Promise<readonly ThemeRule[] | undefined> {
  const rules: (readonly ThemeRule[])[] = [];
  try {
    let next: vscode.Uri | undefined = file;
    for (let count = 0; next && count < maxFiles; count++) {
      const bytes: Uint8Array = await vscode.workspace.fs.readFile(next);
      if (bytes.byteLength > maxBytes) {
        return undefined;
      }
      const theme: unknown = parse(new TextDecoder().decode(bytes), [], { allowTrailingComma: true });
      rules.unshift(readRules(field(theme, 'tokenColors')));
      const include = field(theme, 'include');
      next = typeof include === 'string' ? vscode.Uri.joinPath(next, '..', include) : undefined;
    }
  } catch {
    return undefined;
  }
  const all = rules.flat();
  return all.length > 0 ? all : undefined;
}
