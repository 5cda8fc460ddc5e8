import type { VideoFacts } from '../video-service';
import { unsupportedPicture } from '../media-failures';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';

export function readVideo(_input: LoadedInput<'readVideo'>, _context: TaskContext): Promise<VideoFacts> {
  return Promise.reject(unsupportedPicture());
}
