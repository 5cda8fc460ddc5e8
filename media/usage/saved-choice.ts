import { usagePeriods, type UsagePeriod } from '../../src/shared/usage-report';

export const measures = ['money', 'tokens'] as const;
export type Measure = (typeof measures)[number];

/** What the person looks at; kept while the tab is hidden and over a reload. */
export interface SavedChoice {
  readonly period: UsagePeriod;
  readonly measure: Measure;
}

export function isSavedChoice(value: unknown): value is SavedChoice {
  return (
    typeof value === 'object' &&
    value !== null &&
    'period' in value &&
    usagePeriods.some((period) => period === value.period) &&
    'measure' in value &&
    measures.some((measure) => measure === value.measure)
  );
}
