import * as vscode from 'vscode';
import type { NewAttachment } from '../../attachments/new-attachment';
import { pathFit } from '../../features/completions/path-query';
import { documentAttachment } from '../attachments/document-attachment';
import type { CompletionChoice } from './completion-choice';
import { inCode } from './file-choice';

/** Symbols that are shown: language servers may list thousands. */
const maxSymbols = 20;

/** Symbols of the workspace by name, of all languages that can tell; the most likely first. */
export async function findSymbols(
  query: string,
  attach: (files: readonly NewAttachment[]) => void,
): Promise<readonly CompletionChoice[]> {
  if (query === '' || /[\\/]/.test(query)) {
    return [];
  }
  const found = await vscode.commands.executeCommand<readonly vscode.SymbolInformation[] | undefined>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
  return (found ?? [])
    .map((symbol) => ({ symbol, fit: pathFit(symbol.name, query) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((left, right) => right.fit - left.fit || left.symbol.name.length - right.symbol.name.length)
    .slice(0, maxSymbols)
    .map(({ symbol }) => symbolChoice(symbol, attach));
}

function symbolChoice(
  symbol: vscode.SymbolInformation,
  attach: (files: readonly NewAttachment[]) => void,
): CompletionChoice {
  const { uri, range } = symbol.location;
  const path = vscode.workspace.asRelativePath(uri);
  return {
    key: `${uri.toString()}#${range.start.line}:${range.start.character}:${symbol.name}`,
    icon: 'braces',
    label: symbol.name,
    detail: symbol.containerName === '' ? path : `${symbol.containerName} · ${path}`,
    insert: inCode(symbol.name.replace(/\(.*$/, '')),
    choose: async () => {
      const document = await vscode.workspace.openTextDocument(uri);
      attach([documentAttachment(document, await wholeRange(document, symbol))]);
    },
  };
}

/** Some servers say where the name is and not how far the symbol goes: the outline of its file does. */
async function wholeRange(document: vscode.TextDocument, symbol: vscode.SymbolInformation): Promise<vscode.Range> {
  const outline = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const { range } = symbol.location;
  const around = flatten(outline ?? []).filter(
    (candidate) => sameName(candidate.name, symbol.name) && candidate.range.contains(range.start),
  );
  const innermost = around.at(-1)?.range;
  return document.validateRange(innermost?.contains(range) ? innermost : range);
}

/** Parents before their children. Of a provider that gives a plain list, the symbols have no children. */
function flatten(symbols: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => ('children' in symbol ? [symbol, ...flatten(symbol.children)] : []));
}

/** A list of the workspace may name a function with its parentheses. */
function sameName(left: string, right: string): boolean {
  return left.replace(/\(.*$/, '') === right.replace(/\(.*$/, '');
}
