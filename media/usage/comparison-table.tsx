import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { EstimateComparison, ModelUsage } from '../../src/shared/usage-report';
import { formatCount } from './format-sums';

/** How far the estimates of questions with media were from what servers counted; nothing where none could be compared. */
export function ComparisonTable({ models }: { readonly models: readonly ModelUsage[] }): JSX.Element | null {
  const id = useId();
  const compared = models.flatMap(({ comparison, ...model }) => (comparison ? [{ ...model, comparison }] : []));
  if (compared.length === 0) {
    return null;
  }
  return (
    <section class="usage-section">
      <h2 id={id}>{t('Estimates of questions with media')}</h2>
      <p class="quiet">
        {t(
          'What pictures, sounds, videos and documents were taken for before they were sent, with the text around them, and what the server counted.',
        )}
      </p>
      <div class="usage-table">
        <table aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t('Model')}</th>
              <th scope="col">{t('Estimated')}</th>
              <th scope="col">{t('Counted')}</th>
              <th scope="col">{t('Difference')}</th>
              <th scope="col">{t('Requests')}</th>
            </tr>
          </thead>
          <tbody>
            {compared.map(({ endpoint, model, comparison }) => (
              <tr key={JSON.stringify([endpoint, model])}>
                <th scope="row">
                  {model} <span class="quiet">{endpoint}</span>
                </th>
                <td>{formatCount(comparison.estimated)}</td>
                <td>{formatCount(comparison.counted)}</td>
                <td>{formatDifference(comparison)}</td>
                <td>{formatCount(comparison.requests)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** How much more or less was counted than estimated, as `4 % less`. */
function formatDifference({ estimated, counted }: EstimateComparison): string {
  if (estimated === 0) {
    return t('not estimated');
  }
  const percent = Math.round(((counted - estimated) / estimated) * 100);
  if (percent === 0) {
    return t('none');
  }
  return percent > 0 ? t('{0} % more', formatCount(percent)) : t('{0} % less', formatCount(-percent));
}
