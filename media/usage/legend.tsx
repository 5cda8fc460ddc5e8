import type { UsageSums } from '../../src/shared/usage-report';
import { estimateSign, formatRequests } from './format-sums';

/** What the signs in the tables mean, where they are used. */
export function Legend({ sums: { requests, estimatedRequests, unpricedRequests } }: { readonly sums: UsageSums }) {
  return (
    <div class="usage-legend quiet">
      <p>Input and output are tokens. Money is what the server says, or the model's price for the tokens.</p>
      {estimatedRequests > 0 && (
        <p>
          {estimateSign} Estimated in part: {ofAll(estimatedRequests, requests)} came from a server that counts no
          tokens, or ended before it did. Stripes in the chart are such estimates.
        </p>
      )}
      {unpricedRequests > 0 && (
        <p>
          ? Not all money is known: {ofAll(unpricedRequests, requests)} went to a model without a known price. Prices
          can be set for a model in the settings of its endpoint.
        </p>
      )}
    </div>
  );
}

function ofAll(count: number, all: number): string {
  return `${count} of ${formatRequests(all)}`;
}
