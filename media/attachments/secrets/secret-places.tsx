import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { nameSecret } from '../../../src/shared/attachment/describe-secrets';
import type { SecretFinding, SecretPlace } from '../../../src/shared/attachment/secrets';

/** Where in a text what may be secret stands: each in its line, without what it says. */
export function SecretPlaces({ findings }: { readonly findings: readonly SecretFinding[] }): JSX.Element | null {
  const inText = findings.flatMap((finding) =>
    finding.place.type === 'text' ? [{ ...finding, place: finding.place }] : [],
  );
  return inText.length > 0 ? (
    <ul class="secret-places" aria-label={t('Where they stand')}>
      {inText.map((finding, index) => (
        <li key={index}>
          <span class="quiet">{describePlace(finding, finding.place)}</span>
          <code class="secret-line">
            {finding.place.before}
            <mark class="secret-mark">
              <span class="visually-hidden">{t('hidden')}</span>
              <span aria-hidden="true">••••••••</span>
            </mark>
            {finding.place.after}
          </code>
        </li>
      ))}
    </ul>
  ) : null;
}

/** `A key of GitHub, line 12`. */
function describePlace(finding: SecretFinding, { page, line }: Extract<SecretPlace, { type: 'text' }>): string {
  const name = nameSecret(finding);
  if (page !== undefined) {
    return t('{0}, page {1}', name, page);
  }
  return line === undefined ? name : t('{0}, line {1}', name, line);
}
