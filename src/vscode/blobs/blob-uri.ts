import * as vscode from 'vscode';

/** Scheme under which pictures that were, or will be, sent are opened; see package.json's activation events. */
export const blobScheme = 'iris-blob';

/**
 * A read-only address of a blob: `iris-blob:/<name>.<extension>?<sha256>`. The path is what VS Code shows, so it holds the
 * name alone.
 */
export function blobUri(blob: { readonly sha256: string; readonly mediaType: string }, name: string): vscode.Uri {
  const stem = name.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N} ._-]/gu, '_') || 'picture';
  return vscode.Uri.from({ scheme: blobScheme, path: `/${stem}${extensionOf(blob.mediaType)}`, query: blob.sha256 });
}

/** The hash in such an address, or `undefined` where it is none. */
export function sha256OfBlobUri(uri: vscode.Uri): string | undefined {
  return /^[0-9a-f]{64}$/.test(uri.query) ? uri.query : undefined;
}

function extensionOf(mediaType: string): string {
  switch (mediaType) {
    case 'image/jpeg':
      return '.jpg';
    case 'image/svg+xml':
      return '.svg';
    case 'text/plain':
      return '.txt';
    default:
      return `.${mediaType.split('/')[1]?.replace(/[^a-z0-9]/g, '') ?? 'bin'}`;
  }
}
