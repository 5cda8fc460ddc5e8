import type { UsageReport } from '../../../src/shared/usage-report';
import { dayAfter } from '../../../src/usage/local-day';
import type { UsageEntry } from '../../../src/usage/usage-entry';
import { createReport } from '../../../src/usage/usage-report';

const today = '2026-11-21';

const titles = new Map([
  ['one', 'What is wrong with this build log?'],
  ['two', 'Turn the mock-up of the settings page into HTML, with everything that belongs to it'],
]);

export const emptyReport = reportOf([]);

/** Three models over weeks: one with prices, one that counts nothing, one whose price is not known. */
export const sampleReport = reportOf(sampleEntries(30), 10);

/** A year of it, beyond its budget. */
export const longReport = reportOf(sampleEntries(365), 0.5);

/** One model with a price, asked twice. */
export const plainReport = reportOf([
  request({ day: today, conversationId: 'one', dollars: 0.25, estimatedBefore: 2_406 }),
  request({ day: today, conversationId: 'two', dollars: 0.5 }),
]);

function sampleEntries(days: number): readonly UsageEntry[] {
  return Array.from({ length: days }, (_, index) => dayAfter(today, -index)).flatMap((day, index) => {
    const dollars = ((index * 7) % 11) / 20;
    return [
      ...(index % 4 === 3
        ? []
        : [request({ day, conversationId: index % 3 === 0 ? 'one' : 'two', dollars, estimatedBefore: 2_407 })]),
      ...(index % 6 === 2 ? [request({ day, model: 'llava:13b', endpoint: 'Ollama', isEstimated: true })] : []),
      ...(index % 9 === 4 ? [request({ day, model: 'some/vision-model', endpoint: 'Gateway' })] : []),
    ];
  });
}

interface SampleRequest {
  readonly day: string;
  readonly endpoint?: string;
  readonly model?: string;
  readonly conversationId?: string;
  readonly dollars?: number;
  readonly isEstimated?: boolean;
  readonly estimatedBefore?: number;
}

function request({
  day,
  endpoint = 'OpenAI',
  model = 'gpt-4o',
  conversationId,
  dollars,
  isEstimated,
  estimatedBefore,
}: SampleRequest) {
  const entry: UsageEntry = {
    time: Date.parse(day),
    day,
    endpoint,
    model,
    operation: 'chat',
    ...(conversationId !== undefined && { conversationId }),
    ...(endpoint === 'Ollama' && { isLocal: true }),
    ...(estimatedBefore !== undefined && { estimatedInputTokens: estimatedBefore }),
    usage: {
      inputTokens: 2_310,
      outputTokens: 412,
      ...(dollars !== undefined && {
        cost: { dollars, source: 'price' },
        cachedInputTokens: 1_024,
        reasoningTokens: 128,
      }),
      ...(isEstimated && { isEstimated }),
    },
  };
  return entry;
}

function reportOf(entries: readonly UsageEntry[], budget?: number): UsageReport {
  return createReport({ entries, today, titles, budget });
}
