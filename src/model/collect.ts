import type { Adjustment } from '../shared/adjustment';
import type { Citation, OutputCheck } from '../shared/answer-parts';
import type { TokenUsage } from '../shared/usage';
import { AlternativeCollector, isOfAlternative } from './alternative-collector';
import { AudioCollector } from './audio-collector';
import type { ModelDelta, ModelResult } from './deltas';
import { ModelError } from './model-error';

/**
 * Folds a stream into a whole answer. Throws what the stream throws, and `incompleteAnswer` when it ends without a
 * finish reason: half an answer never passes as a whole one. A `ModelError` then holds the usage that had come.
 */
export async function collectResult(deltas: AsyncIterable<ModelDelta>): Promise<ModelResult> {
  const first = new AlternativeCollector();
  const others = new Map<number, AlternativeCollector>();
  const audio = new AudioCollector();
  const citations: Citation[] = [];
  const adjustments: Adjustment[] = [];
  let output: OutputCheck | undefined;
  let usage: TokenUsage | undefined;
  let finish: Extract<ModelDelta, { type: 'finish' }> | undefined;
  try {
    for await (const delta of deltas) {
      if (isOfAlternative(delta)) {
        const { alternative = 0 } = delta;
        const collector = alternative === 0 ? first : (others.get(alternative) ?? new AlternativeCollector());
        collector.add(delta);
        if (alternative > 0) {
          others.set(alternative, collector);
        }
        continue;
      }
      switch (delta.type) {
        case 'audio':
          audio.add(delta);
          break;
        case 'citation':
          citations.push(delta.citation);
          break;
        case 'adjusted':
          adjustments.push(delta.adjustment);
          break;
        case 'outputChecked':
          output = delta.check;
          break;
        case 'usage':
          usage = delta.usage;
          break;
        case 'finish':
          finish = delta;
          break;
        case 'retry':
          break;
      }
    }
    if (finish === undefined) {
      throw new ModelError('incompleteAnswer', 'The answer ended before it was complete.');
    }
  } catch (error) {
    if (error instanceof ModelError) {
      error.usage = usage;
    }
    throw error;
  }
  const spoken = audio.result;
  return {
    ...first.finish(finish.reason),
    alternatives: (finish.alternatives ?? []).map((reason, index) =>
      (others.get(index + 1) ?? new AlternativeCollector()).finish(reason),
    ),
    citations,
    ...(spoken && { audio: spoken }),
    adjustments,
    ...(output && { output }),
    ...(usage && { usage }),
  };
}
