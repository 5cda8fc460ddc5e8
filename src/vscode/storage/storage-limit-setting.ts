import * as vscode from 'vscode';

export const defaultMegabytes = 2_048;
/** A smaller limit would throw away what was made a moment ago. */
export const leastMegabytes = 100;

/** Bytes that media may take on disk, by the person's own settings. */
export function storageLimitBytes(): number {
  const value = vscode.workspace.getConfiguration('iris').inspect<unknown>('storage.maxMegabytes')?.globalValue;
  const megabytes = typeof value === 'number' && Number.isFinite(value) ? value : defaultMegabytes;
  return Math.max(leastMegabytes, megabytes) * 1_000_000;
}
