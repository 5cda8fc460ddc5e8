import { t } from '@vscode/l10n';
import { isSecretName, type SecretPlace } from './secret-names';

/** Settings are synchronized and shared: keys do not belong there, whatever their names. */
const keyValue = /^(Bearer|Basic) |^(sk|xai|gsk|hf|rk)[-_]\w/i;
/** Set by the request itself. */
const ownHeader = /^(host|content-.*|transfer-encoding|connection|accept-encoding)$/i;

/** Whether a header or query parameter seems to hold a secret. */
export function looksLikeKey(name: string, value: string, place: SecretPlace): boolean {
  return isSecretName(name, place) || keyValue.test(value);
}

/** What keeps a header from being sent, completing the sentence "The header "…" …"; undefined when nothing does. */
export function headerProblem(name: string, value: unknown): string | undefined {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
    return t('has a name that HTTP does not allow');
  }
  if (typeof value !== 'string' || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
    return t('must be a text in one line');
  }
  if (looksLikeKey(name, value, 'header')) {
    return t('looks like a key, which settings must not hold: use Iris: Set API Key');
  }
  return ownHeader.test(name) ? t('is set by Iris itself') : undefined;
}
