import type { JSX } from 'preact';
import type { PartsEstimate } from '../../../src/shared/attachment/tray-item';
import { formatEstimate } from '../../format/format-estimate';
import { formatBytes } from '../../format/format-size';
import { useServices } from '../../services';

/** What the parts will cost, and by whose arithmetic. */
export function CostLine({ estimate }: { readonly estimate: PartsEstimate }): JSX.Element {
  const { post } = useServices();
  return (
    <p>
      {`${formatEstimate(estimate)} · ${formatBytes(estimate.bytes)}`}
      <span class="quiet">
        {', counted as '}
        <button
          type="button"
          class="text-button"
          title={`Opens ${estimate.source}`}
          onClick={() => post({ type: 'linkOpened', url: estimate.source })}
        >
          {estimate.rule}
        </button>
      </span>
    </p>
  );
}
