import type { AudioFacts } from '../audio-service';
import { MediaError } from '../media-service';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';
import { type Sound, withSound } from './decode-sound';
import { headerPatience, stepPatience } from './patience';
import { drawWaveform } from './waveform';

/** How long the sound of a recording is, what it is made of, and how it looks where it can be decoded. */
export async function readAudio({ source }: LoadedInput<'readAudio'>, context: TaskContext): Promise<AudioFacts> {
  context.progress({ patienceMilliseconds: headerPatience });
  return await withSound(source, context, async (sound) => {
    const { file, seconds } = sound;
    const waveform = await waveformOf(sound, context);
    const { codec, channels, sampleRate } = file?.format ?? { codec: 'unknown', channels: 1, sampleRate: 48_000 };
    return {
      mediaType: file?.mediaType ?? 'application/octet-stream',
      seconds,
      codec,
      channels,
      sampleRate,
      ...(waveform && { waveform }),
    };
  });
}

async function waveformOf(sound: Sound, context: TaskContext): Promise<readonly number[] | undefined> {
  context.progress({ patienceMilliseconds: stepPatience });
  try {
    return await drawWaveform(sound, (fraction) => {
      context.signal.throwIfAborted();
      context.progress({ fraction });
    });
  } catch (error) {
    if (error instanceof MediaError && error.kind === 'codecMissing') {
      return undefined;
    }
    throw error;
  }
}
