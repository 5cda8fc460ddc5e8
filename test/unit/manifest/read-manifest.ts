import { readFileSync } from 'node:fs';

/** package.json as a person who reads English sees it: with its texts from package.nls.json. */
export function readManifest(): unknown {
  const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
  return JSON.parse(readFileSync('package.json', 'utf8'), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/^%([\w.-]+)%$/, (name, key: string) => texts[key] ?? name) : value,
  );
}
