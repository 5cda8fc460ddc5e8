import { t } from '@vscode/l10n';
import { codecMissing, corruptRecording } from '../ffmpeg/ffmpeg-failures';
import { type RunFfmpeg, withFfmpeg } from '../ffmpeg/run-ffmpeg';
import type { EncodedImage } from '../media-service';
import type { LoadedInput } from '../protocol';
import { scale, type Size } from '../target-size';
import type { TaskContext } from '../task-context';
import { openVideo } from './open-video';
import type { VideoFile } from './video-file';

/** Frames between two that stand alone have to be decoded too; some videos have only one of those. */
const baseMilliseconds = 15_000;
const millisecondsPerSecondOfVideo = 100;
const maxMilliseconds = 120_000;

/** Half of the shortest time between two frames that is met with: a millisecond, Matroska's usual tick. */
const halfTick = 0.0005;

/** The frames that are seen at the times, upright, as PNG. */
export async function extractFrames(
  { source, request: { times, maxLongSide } }: LoadedInput<'extractFrames'>,
  context: TaskContext,
): Promise<readonly EncodedImage[]> {
  const video = await openVideo(source);
  try {
    const { picture, seconds } = video.facts;
    if (!picture) {
      throw corruptRecording(t('it holds no pictures'));
    }
    const milliseconds = Math.min(maxMilliseconds, baseMilliseconds + seconds * millisecondsPerSecondOfVideo);
    const size = scale(picture, Math.min(1, maxLongSide / Math.max(picture.width, picture.height)));
    const frames = await withFfmpeg(source, context, async (run) => {
      const extracted: EncodedImage[] = [];
      for (const time of times) {
        context.progress({ fraction: extracted.length / times.length, patienceMilliseconds: milliseconds + 5_000 });
        extracted.push(await extractFrame(run, { video, time, size, milliseconds }));
      }
      return extracted;
    });
    if (!frames) {
      throw codecMissing(picture.codec, 'picture');
    }
    return frames;
  } finally {
    video.close();
  }
}

/** ffmpeg begins with the first frame at or after a time: it is told the exact time of the frame that is seen then. */
async function extractFrame(
  run: RunFfmpeg,
  frame: { readonly video: VideoFile; readonly time: number; readonly size: Size; readonly milliseconds: number },
): Promise<EncodedImage> {
  const { video, time, size, milliseconds } = frame;
  const { width, height } = size;
  const start = Math.max(0, (await video.frameTime(time)) - halfTick);
  const bytes = await run({
    input: ['-seek_timestamp', '1', '-ss', start.toFixed(6)],
    output: [
      ...['-map', '0:v:0', '-frames:v', '1', '-vf', `scale=${width}:${height},setsar=1`],
      ...['-f', 'image2pipe', '-c:v', 'png'],
    ],
    // A PNG is hardly larger than its pixels.
    maxBytes: width * height * 4 + 1_000_000,
    milliseconds,
  });
  if (bytes.byteLength === 0) {
    throw corruptRecording(t('there is no frame at {0} seconds', time));
  }
  return { bytes: new Uint8Array(bytes), mediaType: 'image/png', width, height };
}
