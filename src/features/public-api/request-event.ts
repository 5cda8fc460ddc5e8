import type { RequestEvent } from '../../api/iris';
import type { ModelEvent } from '../../model/model-events';

/** What other extensions are told of an event: nothing of what was asked and answered. */
export function toRequestEvent(event: ModelEvent): RequestEvent {
  const { id, endpoint, model, milliseconds } = event;
  const base = { id, endpoint, model, milliseconds };
  switch (event.type) {
    case 'started': {
      const { type, operation, startedAt, conversationId } = event;
      return { ...base, type, operation, startedAt, ...(conversationId !== undefined && { conversationId }) };
    }
    case 'firstToken':
      return { ...base, type: event.type };
    case 'delta': {
      const { type, delta } = event;
      return { ...base, type, delta: delta.type, ...('text' in delta && { characters: delta.text.length }) };
    }
    case 'ended': {
      const { type, finishReason, usage } = event;
      return { ...base, type, usage, ...(finishReason && { finishReason }) };
    }
    case 'failed': {
      const { type, error, usage } = event;
      const { kind, status } = error;
      return { ...base, type, kind, ...(status !== undefined && { status }), ...(usage && { usage }) };
    }
    case 'cancelled': {
      const { type, usage } = event;
      return { ...base, type, ...(usage && { usage }) };
    }
  }
}
