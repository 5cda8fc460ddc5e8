import { t } from '@vscode/l10n';
import { parseBaseUrl } from '../../model/base-url';
import type { Placeholder } from '../../model/presets';

export interface Address {
  readonly baseUrl: string;
  /** Azure's, where the address named it. */
  readonly apiVersion?: string;
}

export type AddressResult =
  | { readonly valid: true; readonly address: Address }
  /** `problem` is a whole sentence. */
  | { readonly valid: false; readonly problem: string };

/**
 * Reads an address as a person types or pastes it: Azure's portal gives one with `?api-version=`, which is taken out of
 * it. Each placeholder must have been replaced.
 */
export function readAddress(text: string, placeholders: readonly Placeholder[] = []): AddressResult {
  const left = placeholders.find((placeholder) => text.includes(placeholder.text));
  if (left) {
    return { valid: false, problem: t('Replace {0}: {1}.', left.text, left.label) };
  }
  const { url, apiVersion } = takeApiVersion(text.trim());
  const result = parseBaseUrl(url);
  if (!result.valid) {
    return { valid: false, problem: t('The base URL {0}.', result.problem) };
  }
  return { valid: true, address: { baseUrl: result.baseUrl, ...(apiVersion && { apiVersion }) } };
}

/** Where the address ends after the host, most servers have their API under `/v1`. */
export function usualAddress(baseUrl: string): string | undefined {
  const { origin, pathname } = new URL(baseUrl);
  return pathname === '/' ? `${origin}/v1` : undefined;
}

function takeApiVersion(text: string): { readonly url: string; readonly apiVersion?: string } {
  if (!URL.canParse(text)) {
    return { url: text };
  }
  const url = new URL(text);
  const apiVersion = url.searchParams.get('api-version');
  if (apiVersion === null) {
    return { url: text };
  }
  url.searchParams.delete('api-version');
  return { url: url.href, apiVersion };
}
