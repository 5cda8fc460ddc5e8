import { t } from '@vscode/l10n';
import type { ImageLimits, KnownCapabilities, ModelPrice } from '../../src/shared/capabilities';
import { language } from '../../src/shared/language';
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
    ['contextTokens', t('Context'), contextTokens === undefined ? undefined : tokens(contextTokens)],
    ['maxOutputTokens', t('Longest answer'), maxOutputTokens === undefined ? undefined : tokens(maxOutputTokens)],
    ['images', t('Pictures'), images && describeImages(images)],
    ['price', t('Price'), price && describePrice(price)],
  ];
  return facts.flatMap(([path, label, text]) => {
    const source = sources[path] ?? Object.entries(sources).find(([key]) => key.startsWith(`${path}.`))?.[1];
    return text ? [{ label, text, source: source === undefined ? '' : sourceText(source, tableDate) }] : [];
  });
}

function describePrice({ input, output, cachedInput, image, request }: ModelPrice): string {
  if (input === 0 && output === 0) {
    return t('free');
  }
  const more = [
    cachedInput !== undefined && t('{0} cached', formatDollars(cachedInput)),
    image !== undefined && t('{0} a picture', formatDollars(image)),
    request !== undefined && t('{0} a request', formatDollars(request)),
  ].filter((part) => part !== false);
  const both = t('{0} in, {1} out a million tokens', formatDollars(input), formatDollars(output));
  return [both, ...more].join(', ');
}

const megapixels = new Intl.NumberFormat(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function describeImages({ count, side, pixels, bytes, formats }: ImageLimits): string {
  return [
    count !== undefined && t('up to {0}', count),
    side !== undefined && t('{0} pixels a side', side),
    pixels !== undefined && t('{0} megapixels', megapixels.format(pixels / 1e6)),
    bytes !== undefined && formatBytes(bytes),
    formats?.length && formats.map((format) => format.replace(/^image\//, '').toUpperCase()).join(', '),
  ]
    .filter((part) => typeof part === 'string')
    .join(', ');
}
