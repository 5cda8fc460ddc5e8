import type {
  BudgetView,
  ChatUsage,
  EstimateComparison,
  ModelUsage,
  PeriodUsage,
  UsageReport,
  UsageSpan,
} from '../shared/usage-report';
import { dayAfter, monthOf } from './local-day';
import type { UsageEntry } from './usage-entry';
import { sumUsage } from './usage-sums';

/** More columns than these can't be told apart in a narrow tab. */
const maxDays = 92;

/** Rows of the table of chats. */
const maxChats = 200;

export interface ReportOptions {
  readonly entries: readonly UsageEntry[];
  /** As `2026-11-21`. */
  readonly today: string;
  /** Titles of the chats that there are, by identifier. */
  readonly titles: ReadonlyMap<string, string>;
  /** US dollars for a month; undefined when there is no budget. */
  readonly budget: number | undefined;
}

export function createReport({ entries, today, titles, budget }: ReportOptions): UsageReport {
  const ofMonth = entries.filter(({ day }) => monthOf(day) === monthOf(today));
  const first30 = dayAfter(today, -29);
  const firstOfAll = entries.reduce((first, { day }) => (day < first ? day : first), today);
  const month = sumUsage(ofMonth);
  const period = (inPeriod: readonly UsageEntry[], firstDay: string): PeriodUsage => ({
    sums: sumUsage(inPeriod),
    spans: spansOf(inPeriod, firstDay, today),
    models: modelsOf(inPeriod),
    chats: chatsOf(inPeriod, titles).slice(0, maxChats),
  });
  const view: BudgetView | undefined = budget === undefined ? undefined : { dollars: budget, spent: month.dollars };
  return {
    today: sumUsage(entries.filter(({ day }) => day === today)),
    month,
    total: sumUsage(entries),
    periods: {
      month: period(ofMonth, `${monthOf(today)}-01`),
      last30Days: period(
        entries.filter(({ day }) => day >= first30),
        first30,
      ),
      all: period(entries, firstOfAll),
    },
    ...(view && { budget: view }),
  };
}

/** Days up to the last that counts: today, or a later one where the person has travelled or the clock was wrong. */
function spansOf(entries: readonly UsageEntry[], firstDay: string, today: string): readonly UsageSpan[] {
  const lastDay = entries.reduce((last, { day }) => (day > last ? day : last), today);
  const days: string[] = [];
  for (let day = firstDay; day <= lastDay && days.length <= maxDays; day = dayAfter(day, 1)) {
    days.push(day);
  }
  const byDay = days.length <= maxDays;
  const groups = groupBy(entries, ({ day }) => (byDay ? day : monthOf(day)));
  const names = byDay ? days : monthsBetween(monthOf(firstDay), monthOf(lastDay));
  return names.map((name) => ({ name, sums: sumUsage(groups.get(name) ?? []) }));
}

function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthOf(dayAfter(`${month}-01`, 31))) {
    months.push(month);
  }
  return months;
}

function modelsOf(entries: readonly UsageEntry[]): readonly ModelUsage[] {
  return [...groupBy(entries, ({ endpoint, model }) => JSON.stringify([endpoint, model])).values()]
    .flatMap((group) => (group[0] ? [{ first: group[0], sums: sumUsage(group), comparison: compare(group) }] : []))
    .map(({ first: { endpoint, model }, sums, comparison }) => ({
      endpoint,
      model,
      sums,
      ...(comparison.requests > 0 && { comparison }),
    }))
    .sort(dearestFirst);
}

function compare(entries: readonly UsageEntry[]): EstimateComparison {
  const comparison = { requests: 0, estimated: 0, counted: 0 };
  for (const { estimatedInputTokens, requests = 1, usage } of entries) {
    if (estimatedInputTokens !== undefined) {
      comparison.requests += requests;
      comparison.estimated += estimatedInputTokens;
      comparison.counted += usage.inputTokens;
    }
  }
  return comparison;
}

function chatsOf(entries: readonly UsageEntry[], titles: ReadonlyMap<string, string>): readonly ChatUsage[] {
  return [...groupBy(entries, ({ conversationId }) => conversationId).entries()]
    .map(([conversationId, group]) => {
      const title = conversationId === undefined ? undefined : titles.get(conversationId);
      return {
        ...(conversationId !== undefined && { conversationId }),
        ...(title !== undefined && { title }),
        sums: sumUsage(group),
      };
    })
    .sort(dearestFirst);
}

function dearestFirst({ sums: first }: Pick<ModelUsage, 'sums'>, { sums: second }: Pick<ModelUsage, 'sums'>): number {
  const tokens = second.inputTokens + second.outputTokens - first.inputTokens - first.outputTokens;
  return second.dollars - first.dollars || tokens;
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return groups;
}
