import { t } from '@vscode/l10n';
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
  const bytes = formatBytes(total(estimates.map((estimate) => estimate.bytes)));
  const count =
    tray.length > estimates.length
      ? t('{0} of {1} attachments', estimates.length, tray.length)
      : t('{0} attachments', estimates.length);
  return [`${count} · ${bytes}`, formatEstimate(sum)];
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
