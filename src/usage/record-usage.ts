import type { ModelEvent } from '../model/model-events';
import type { Disposable } from '../util/disposable';
import type { Event } from '../util/emitter';
import { localDay } from './local-day';
import type { UsageEntry } from './usage-entry';

type Started = Extract<ModelEvent, { type: 'started' }>;

/** Writes down what requests used as they end. The built-in engine sends nothing to anyone and is not counted. */
export function recordUsage(events: Event<ModelEvent>, record: (entry: UsageEntry) => void): Disposable {
  const running = new Map<string, Started>();
  return events((event) => {
    switch (event.type) {
      case 'started':
        if (!event.metadata.offline) {
          running.set(event.id, event);
        }
        break;
      case 'firstToken':
      case 'delta':
        break;
      case 'ended':
      case 'failed':
      case 'cancelled': {
        const started = running.get(event.id);
        running.delete(event.id);
        if (started && event.usage) {
          const time = Date.now();
          record({
            time,
            day: localDay(time),
            endpoint: started.endpoint,
            model: started.model,
            ...(started.conversationId !== undefined && { conversationId: started.conversationId }),
            operation: started.operation,
            ...(started.isLocal && { isLocal: true }),
            ...(event.type === 'ended' &&
              event.estimatedInputTokens !== undefined && { estimatedInputTokens: event.estimatedInputTokens }),
            usage: event.usage,
          });
        }
      }
    }
  });
}
