import { t } from '@vscode/l10n';
import type { SentPart } from '../../src/shared/attachment/attachment';
import type { TrayItem } from '../../src/shared/attachment/tray-item';
import { language } from '../../src/shared/language';
import { formatEstimate } from '../format/format-estimate';
import { formatBytes } from '../format/format-size';

/**
 * What all of the tray is together, in two halves: `3 attachments · 4.6 megapixels · 2.1 MB`, `≈ 4,300 tokens · $0.011`; the
 * second only where a model counts tokens. Nothing for a single one.
 */
export function traySum(tray: readonly TrayItem[]): readonly string[] | undefined {
  const ready = tray.filter((item) => item.status === 'ready');
  if (ready.length < 2) {
    return undefined;
  }
  const count =
    tray.length > ready.length
      ? t('{0} of {1} attachments', ready.length, tray.length)
      : t('{0} attachments', ready.length);
  const pixels = total(ready.flatMap(({ attachment }) => attachment.parts.map(pixelsOf)));
  const bytes = formatBytes(total(ready.map(({ estimate }) => estimate.bytes)));
  const facts = [count, ...(pixels > 0 ? [formatMegapixels(pixels)] : []), bytes].join(' · ');
  return [facts, trayAmount(tray) ?? []].flat();
}

/** What all that is ready is to the model: `≈ 4,300 tokens · $0.011`. Undefined for the built-in reader. */
export function trayAmount(tray: readonly TrayItem[]): string | undefined {
  const estimates = tray.flatMap((item) => (item.status === 'ready' ? [item.estimate] : []));
  const dollars = estimates.map((estimate) => estimate.dollars);
  const known = dollars.filter((price) => price !== undefined);
  return formatEstimate({
    tokens: total(estimates.map(({ tokens }) => tokens)),
    // A sum that leaves something out would be too low.
    ...(known.length === dollars.length && { dollars: total(known) }),
  });
}

function pixelsOf(part: SentPart): number {
  return part.type === 'image' ? part.blob.width * part.blob.height : 0;
}

function formatMegapixels(pixels: number): string {
  const megapixels = pixels / 1_000_000;
  const digits = { maximumSignificantDigits: megapixels < 10 ? 2 : 3 };
  return t('{0} megapixels', new Intl.NumberFormat(language(), digits).format(megapixels));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
