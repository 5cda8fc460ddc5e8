import { t } from '@vscode/l10n';
import type { FoundSecret } from './secrets';

/** What was found, by kinds: `a GitHub key, 2 e-mail addresses`. */
export function describeSecrets(secrets: readonly FoundSecret[], language: string): string {
  const groups = new Map<string, FoundSecret[]>();
  for (const secret of secrets) {
    const name = JSON.stringify([secret.kind, secret.issuer]);
    groups.set(name, [...(groups.get(name) ?? []), secret]);
  }
  const names = [...groups.values()].flatMap(([first, ...more]) => (first ? [describe(first, 1 + more.length)] : []));
  return new Intl.ListFormat(language, { style: 'short', type: 'unit' }).format(names);
}

/** One of them: `A GitHub key`. */
export function nameSecret({ kind, issuer }: FoundSecret): string {
  switch (kind) {
    case 'key':
      return issuer === undefined ? t('A key or token') : t('A key of {0}', issuer);
    case 'privateKey':
      return t('A private key');
    case 'password':
      return t('A password in an address');
    case 'emailAddress':
      return t('An e-mail address');
  }
}

function describe({ kind, issuer }: FoundSecret, count: number): string {
  const one = count === 1;
  switch (kind) {
    case 'key':
      if (issuer === undefined) {
        return one ? t('1 key or token') : t('{0} keys or tokens', count);
      }
      return one ? t('1 key of {0}', issuer) : t('{0} keys of {1}', count, issuer);
    case 'privateKey':
      return one ? t('1 private key') : t('{0} private keys', count);
    case 'password':
      return one ? t('1 password in an address') : t('{0} passwords in addresses', count);
    case 'emailAddress':
      return one ? t('1 e-mail address') : t('{0} e-mail addresses', count);
  }
}
