import { t } from '@vscode/l10n';

export type BaseUrlResult =
  | { readonly valid: true; readonly baseUrl: string }
  /** `problem` completes the sentence "The base URL …". */
  | { readonly valid: false; readonly problem: string };

/**
 * Checks a base URL as a person types or pastes it. A trailing slash and a pasted `/chat/completions` are taken off.
 */
export function parseBaseUrl(text: string): BaseUrlResult {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (!url) {
    return invalid(t('is not a URL; it looks like https://api.example.com/v1'));
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return invalid(t('must begin with https:// or http://'));
  }
  if (url.username !== '' || url.password !== '') {
    return invalid(t('must not hold a user name or password; use Iris: Set API Key'));
  }
  if (url.search !== '') {
    return invalid(t('must not have a query (?…); Azure’s api-version goes into "apiVersion"'));
  }
  if (url.hash !== '') {
    return invalid(t('must not have a fragment (#…)'));
  }
  return { valid: true, baseUrl: url.href.replace(/\/+$/, '').replace(/\/chat\/completions$/, '') };
}

function invalid(problem: string): BaseUrlResult {
  return { valid: false, problem };
}
