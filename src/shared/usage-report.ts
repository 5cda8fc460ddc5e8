/** What several requests used. */
export interface UsageSums {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Part of `inputTokens`. */
  readonly cachedInputTokens: number;
  /** Part of `outputTokens`. */
  readonly reasoningTokens: number;
  /** Part of `inputTokens` and `outputTokens`. */
  readonly audioTokens: number;
  /** Of the requests whose price is known. */
  readonly dollars: number;
  /** Requests whose tokens are estimates. */
  readonly estimatedRequests: number;
  /** Part of `inputTokens` and `outputTokens`. */
  readonly estimatedTokens: number;
  /** Part of `dollars` that was made from estimated tokens. */
  readonly estimatedDollars: number;
  /** Requests that may have cost money and whose price is not known. */
  readonly unpricedRequests: number;
}

export const usagePeriods = ['month', 'last30Days', 'all'] as const;
export type UsagePeriod = (typeof usagePeriods)[number];

export interface UsageReport {
  /** A day as `2026-11-21`, where the person is. */
  readonly today: UsageSums;
  readonly month: UsageSums;
  readonly total: UsageSums;
  readonly periods: { readonly [P in UsagePeriod]: PeriodUsage };
  /** Absent when there is no budget. */
  readonly budget?: BudgetView;
}

export interface PeriodUsage {
  readonly sums: UsageSums;
  /** One after the other, with those in which nothing was asked: days, or months where the days are too many. */
  readonly spans: readonly UsageSpan[];
  /** The dearest first. */
  readonly models: readonly ModelUsage[];
  /** The dearest first. */
  readonly chats: readonly ChatUsage[];
}

export interface UsageSpan {
  /** A day as `2026-11-21`, or a month as `2026-11`. */
  readonly name: string;
  readonly sums: UsageSums;
}

export interface ModelUsage {
  readonly endpoint: string;
  readonly model: string;
  readonly sums: UsageSums;
  /** Absent where nothing could be compared. */
  readonly comparison?: EstimateComparison;
}

/** Input tokens of questions with media, as Iris took them for beforehand and as the server counted them. */
export interface EstimateComparison {
  readonly requests: number;
  readonly estimated: number;
  readonly counted: number;
}

export interface ChatUsage {
  /** Absent for a chat that was deleted. */
  readonly title?: string;
  /** Absent for what was asked outside of a chat. */
  readonly conversationId?: string;
  readonly sums: UsageSums;
}

export interface BudgetView {
  /** US dollars for the month. */
  readonly dollars: number;
  readonly spent: number;
}

/** What the extension host tells the page. */
export interface UsageHostMessage {
  readonly type: 'usageShown';
  readonly report: UsageReport;
}

/** What the page asks of the extension host. */
export const usagePageMessages = ['ready', 'exportRequested', 'clearRequested', 'budgetOpened'] as const;

export interface UsagePageMessage {
  readonly type: (typeof usagePageMessages)[number];
}
