import type { TrayItem } from '../../src/shared/attachment/tray-item';
import { formatEstimate } from '../format/format-estimate';
import { formatBytes } from '../format/format-size';

/** What all of the tray is together, in two halves: `3 attachments · 2.1 MB`, `≈ 4,300 tokens · $0.011`; nothing for a single one. */
export function traySum(tray: readonly TrayItem[]): readonly string[] | undefined {
  const estimates = tray.flatMap((item) => (item.status === 'ready' ? [item.estimate] : []));
  if (estimates.length < 2) {
    return undefined;
  }
  const dollars = estimates.map((estimate) => estimate.dollars);
  const known = dollars.filter((price) => price !== undefined);
  const sum = {
    tokens: total(estimates.map(({ tokens }) => tokens)),
    // A sum that leaves something out would be too low.
    ...(known.length === dollars.length && { dollars: total(known) }),
  };
  const waiting = tray.length > estimates.length ? ` of ${tray.length}` : '';
  const bytes = formatBytes(total(estimates.map((estimate) => estimate.bytes)));
  return [`${estimates.length}${waiting} attachments · ${bytes}`, formatEstimate(sum)];
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
