import { MediaError } from './media-service';
import { ScreenError } from './screen-service';
import type { TaskFailure } from './protocol';

/** Any error in a form that can cross between processes. */
export function toFailure(error: unknown): TaskFailure {
  if (error instanceof MediaError) {
    return { type: 'media', kind: error.kind, message: error.message };
  }
  if (error instanceof ScreenError) {
    return { type: 'screen', kind: error.kind, message: error.message };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { type: 'media', kind: 'crashed', message: `The media process failed: ${message}` };
}

/** The error that a failure was made from. */
export function toError(failure: TaskFailure): Error {
  switch (failure.type) {
    case 'media':
      return new MediaError(failure.kind, failure.message);
    case 'screen':
      return new ScreenError(failure.kind, failure.message);
    case 'cancelled':
      return new DOMException('The work was cancelled.', 'AbortError');
  }
}
