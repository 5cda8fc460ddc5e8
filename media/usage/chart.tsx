import { t } from '@vscode/l10n';
import type { UsageSpan, UsageSums } from '../../src/shared/usage-report';
import { formatDollars } from '../format/format-money';
import { formatCount, formatMoney, formatTokens } from './format-sums';
import { formatShortSpan, formatSpan } from './format-span';
import { niceMaximum } from './nice-maximum';
import type { Measure } from './saved-choice';

export interface ChartProps {
  readonly spans: readonly UsageSpan[];
  readonly measure: Measure;
}

/** One column a day or month. For those who do not see it, its extent and its highest column; the numbers are in a table. */
export function Chart({ spans, measure }: ChartProps) {
  const values = spans.map(({ sums }) => valueOf(sums, measure));
  const maximum = niceMaximum(Math.max(...values), measure === 'tokens' ? 10 : 0.0001);
  return (
    <figure class="chart" role="img" aria-label={describe(spans, measure)}>
      <div class="chart-scale" aria-hidden="true">
        <span>{formatValue(maximum, measure)}</span>
        <span>{formatValue(maximum / 2, measure)}</span>
        <span>0</span>
      </div>
      <div class="chart-columns" aria-hidden="true">
        {spans.map(({ name, sums }) => (
          <div class="chart-column" key={name} title={`${formatSpan(name)}: ${formatOf(sums, measure)}`}>
            <Bar part={estimatedOf(sums, measure) / maximum} isEstimated />
            <Bar part={(valueOf(sums, measure) - estimatedOf(sums, measure)) / maximum} />
          </div>
        ))}
      </div>
      <div class="chart-names" aria-hidden="true">
        {namesOf(spans).map((name) => (
          <span key={name}>{formatShortSpan(name)}</span>
        ))}
      </div>
    </figure>
  );
}

/** Counted below, estimated above it. */
function Bar({ part, isEstimated = false }: { readonly part: number; readonly isEstimated?: boolean }) {
  return part > 0 ? (
    <div
      class={isEstimated ? 'chart-bar chart-bar-estimated' : 'chart-bar'}
      style={{ height: `${(part * 100).toFixed(3)}%` }}
    />
  ) : null;
}

function estimatedOf(sums: UsageSums, measure: Measure): number {
  return measure === 'money' ? sums.estimatedDollars : sums.estimatedTokens;
}

function valueOf(sums: UsageSums, measure: Measure): number {
  return measure === 'money' ? sums.dollars : sums.inputTokens + sums.outputTokens;
}

function formatOf(sums: UsageSums, measure: Measure): string {
  return measure === 'money' ? formatMoney(sums) : t('{0} tokens', formatTokens(valueOf(sums, measure), sums));
}

function formatValue(value: number, measure: Measure): string {
  return measure === 'money' ? formatDollars(value) : formatCount(value);
}

/** The first, the middle and the last. */
function namesOf(spans: readonly UsageSpan[]): readonly string[] {
  const last = spans.length - 1;
  const places = last < 4 ? [0, last] : [0, Math.floor(last / 2), last];
  return [...new Set(places)].flatMap((place) => spans[place]?.name ?? []);
}

function describe(spans: readonly UsageSpan[], measure: Measure): string {
  const [first, last] = [spans[0], spans.at(-1)];
  const highest = spans.reduce<UsageSpan | undefined>(
    (best, span) => (best && valueOf(best.sums, measure) >= valueOf(span.sums, measure) ? best : span),
    undefined,
  );
  const what = measure === 'money' ? t('Money') : t('Tokens');
  return first && last && highest
    ? t(
        '{0} from {1} to {2}. Most on {3}: {4}.',
        what,
        formatSpan(first.name),
        formatSpan(last.name),
        formatSpan(highest.name),
        formatOf(highest.sums, measure),
      )
    : what;
}
