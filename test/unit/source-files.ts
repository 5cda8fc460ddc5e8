import { globSync } from 'node:fs';

/** Paths of all source files from the project's folder, with forward slashes. */
export function sourceFiles(): readonly string[] {
  return globSync('{src,media}/**/*.{ts,tsx}').map((path) => path.replaceAll('\\', '/'));
}
