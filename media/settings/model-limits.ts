import type { ImageLimits, KnownCapabilities, ModelPrice } from '../../src/shared/capabilities';
import { formatDollars } from '../format/format-money';
import { formatBytes } from '../format/format-size';
import { tokens } from '../format/format-usage';
import { sourceText } from './capability-facts';

/** A number that is known of a model. */
export interface ModelFact {
  readonly label: string;
  readonly text: string;
  /** Who says so. */
  readonly source: string;
}

/**
 * Context, longest answer, pictures and price, as far as they are known.
 *
 * @param tableDate of the built-in table
 */
export function modelLimits({ capabilities, sources }: KnownCapabilities, tableDate?: string): readonly ModelFact[] {
  const { contextTokens, maxOutputTokens, images, price } = capabilities;
  const facts: readonly (readonly [path: string, label: string, text: string | undefined])[] = [
    ['contextTokens', 'Context', contextTokens === undefined ? undefined : tokens(contextTokens)],
    ['maxOutputTokens', 'Longest answer', maxOutputTokens === undefined ? undefined : tokens(maxOutputTokens)],
    ['images', 'Pictures', images && describeImages(images)],
    ['price', 'Price', price && describePrice(price)],
  ];
  return facts.flatMap(([path, label, text]) => {
    const source = sources[path] ?? Object.entries(sources).find(([key]) => key.startsWith(`${path}.`))?.[1];
    return text ? [{ label, text, source: source === undefined ? '' : sourceText(source, tableDate) }] : [];
  });
}

function describePrice({ input, output, cachedInput, image, request }: ModelPrice): string {
  if (input === 0 && output === 0) {
    return 'free';
  }
  const more = [
    cachedInput !== undefined && `${formatDollars(cachedInput)} cached`,
    image !== undefined && `${formatDollars(image)} a picture`,
    request !== undefined && `${formatDollars(request)} a request`,
  ].filter((part) => part !== false);
  const both = `${formatDollars(input)} in, ${formatDollars(output)} out a million tokens`;
  return [both, ...more].join(', ');
}

function describeImages({ count, side, pixels, bytes, formats }: ImageLimits): string {
  return [
    count !== undefined && `up to ${count}`,
    side !== undefined && `${side} pixels a side`,
    pixels !== undefined && `${(pixels / 1e6).toFixed(1)} megapixels`,
    bytes !== undefined && formatBytes(bytes),
    formats?.length && formats.map((format) => format.replace(/^image\//, '').toUpperCase()).join(', '),
  ]
    .filter((part) => typeof part === 'string')
    .join(', ');
}
