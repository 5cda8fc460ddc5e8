import { operations, type Operation } from '../model/model-events';
import type { TokenUsage } from '../shared/usage';
import { isBoolean, isNumber, isRecord, isString, literal, shape, type Guard } from '../store/guard';

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
  readonly operation: Operation;
  /** It stayed on this machine: that no price is known means that there is none. */
  readonly isLocal?: boolean;
  /** Absent for one. */
  readonly requests?: number;
  /** What Iris took `usage.inputTokens` for beforehand; absent where it was all text, or the server counted nothing. */
  readonly estimatedInputTokens?: number;
  readonly usage: TokenUsage;
}

/** A line without its end. */
export function formatEntry(entry: UsageEntry): string {
  return JSON.stringify(entry);
}

/**
 * Undefined for a line that a crash cut off, and for whatever else is no entry. What an entry may do without is left out
 * where it is not as it should be: what was used counts all the same.
 */
export function parseEntry(line: string): UsageEntry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) {
    return undefined;
  }
  const entry = withoutBad(value, optionalFields);
  const { usage } = entry;
  const whole = isRecord(usage) ? { ...entry, usage: withoutBad(usage, optionalUsage) } : entry;
  return isUsageEntry(whole) ? whole : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** The optional fields of a type with what they have to be. */
type OptionalFields<T> = {
  readonly [K in keyof T as undefined extends T[K] ? K : never]-?: Guard<NonNullable<T[K]>>;
};

function withoutBad(value: Fields, guards: Readonly<Record<string, Guard<unknown>>>): Fields {
  return Object.fromEntries(
    Object.entries(value).filter(([name, field]) => !Object.hasOwn(guards, name) || guards[name]?.(field)),
  );
}

const isCount: Guard<number> = (value): value is number => isNumber(value) && value >= 0;

const isDay: Guard<string> = (value): value is string => isString(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);

const optionalUsage: OptionalFields<TokenUsage> = {
  cachedInputTokens: isCount,
  reasoningTokens: isCount,
  audioInputTokens: isCount,
  audioOutputTokens: isCount,
  isEstimated: isBoolean,
  cost: shape<NonNullable<TokenUsage['cost']>>({ dollars: isCount, source: literal('server', 'price') }),
};

const optionalFields: OptionalFields<UsageEntry> = {
  conversationId: isString,
  isLocal: isBoolean,
  requests: isCount,
  estimatedInputTokens: isCount,
};

/** Of what `withoutBad` left. */
const isUsageEntry = shape<Omit<UsageEntry, keyof typeof optionalFields>>({
  time: isNumber,
  day: isDay,
  endpoint: isString,
  model: isString,
  operation: literal(...operations),
  usage: shape<Omit<TokenUsage, keyof typeof optionalUsage>>({ inputTokens: isCount, outputTokens: isCount }),
});
