import type { LoadedInput } from '../protocol';
import type { VideoFacts } from '../video-service';
import { openVideo } from './open-video';

/** What a container says of its pictures and its sound. */
export async function readVideo({ source }: LoadedInput<'readVideo'>): Promise<VideoFacts> {
  const video = await openVideo(source);
  video.close();
  return video.facts;
}
