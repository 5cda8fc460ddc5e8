import type { TokenUsage } from '../shared/usage';
import { isBoolean, isNumber, isString, literal, optional, shape, type Guard } from '../store/guard';

/** One request, or the sum of several like ones of the same day. */
export interface UsageEntry {
  /** When the (last) request ended, in milliseconds since the epoch. */
  readonly time: number;
  /** The day on which it ended where the person was, as `2026-11-21`. */
  readonly day: string;
  readonly endpoint: string;
  readonly model: string;
  /** Absent for what was asked outside of a chat. */
  readonly conversationId?: string;
  readonly operation: 'chat' | 'embed';
  /** It stayed on this machine: that no price is known means that there is none. */
  readonly isLocal?: boolean;
  /** Absent for one. */
  readonly requests?: number;
  readonly usage: TokenUsage;
}

/** A line without its end. */
export function formatEntry(entry: UsageEntry): string {
  return JSON.stringify(entry);
}

/** Undefined for a line that a crash cut off, and for whatever else is no entry. */
export function parseEntry(line: string): UsageEntry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isUsageEntry(value) ? value : undefined;
}

const isCount: Guard<number> = (value): value is number => isNumber(value) && value >= 0;

const isDay: Guard<string> = (value): value is string => isString(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);

const isUsage = shape<TokenUsage>({
  inputTokens: isCount,
  outputTokens: isCount,
  cachedInputTokens: optional(isCount),
  reasoningTokens: optional(isCount),
  audioInputTokens: optional(isCount),
  audioOutputTokens: optional(isCount),
  isEstimated: optional(isBoolean),
  cost: optional(shape<NonNullable<TokenUsage['cost']>>({ dollars: isCount, source: literal('server', 'price') })),
});

const isUsageEntry = shape<UsageEntry>({
  time: isNumber,
  day: isDay,
  endpoint: isString,
  model: isString,
  conversationId: optional(isString),
  operation: literal('chat', 'embed'),
  isLocal: optional(isBoolean),
  requests: optional(isCount),
  usage: isUsage,
});
