import { t } from '@vscode/l10n';
import type { UsageSums } from '../../src/shared/usage-report';
import { estimateSign, formatRequests } from './format-sums';

/** What the signs in the tables mean, where they are used. */
export function Legend({ sums: { requests, estimatedRequests, unpricedRequests } }: { readonly sums: UsageSums }) {
  return (
    <div class="usage-legend quiet">
      <p>{t("Input and output are tokens. Money is what the server says, or the model's price for the tokens.")}</p>
      {estimatedRequests > 0 && (
        <p>
          {t(
            '{0} Estimated in part: {1} came from a server that counts no tokens, or ended before it did. Stripes in the chart are such estimates.',
            estimateSign,
            ofAll(estimatedRequests, requests),
          )}
        </p>
      )}
      {unpricedRequests > 0 && (
        <p>
          {t(
            '? Not all money is known: {0} went to a model without a known price. Prices can be set for a model in the settings of its endpoint.',
            ofAll(unpricedRequests, requests),
          )}
        </p>
      )}
    </div>
  );
}

function ofAll(count: number, all: number): string {
  return t('{0} of {1}', count, formatRequests(all));
}
