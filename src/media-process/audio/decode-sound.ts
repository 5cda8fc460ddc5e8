import { codecMissing, corruptRecording, unsupportedRecording } from '../ffmpeg/ffmpeg-failures';
import { withFfmpeg } from '../ffmpeg/run-ffmpeg';
import { MediaError } from '../media-service';
import type { TaskContext } from '../task-context';
import { checkWavHeader } from './check-wav-header';
import { decodePackets } from './decode-packets';
import { decodeWithFfmpeg, measureWithFfmpeg } from './decode-with-ffmpeg';
import { createPacketDecoder } from './packet-decoder';
import type { PcmBlock, TimeRange } from './pcm';
import { openSoundFile, type SoundFile } from './sound-file';

/** A sound that can be decoded. */
export interface Sound {
  /** Absent where only ffmpeg can read its container. */
  readonly file: SoundFile | undefined;
  readonly seconds: number;
  /** A part of it takes no longer the later it begins. */
  readonly seeksFast: boolean;
  /** A part of it, block by block. */
  decode(range: TimeRange): AsyncIterable<PcmBlock>;
}

/**
 * Lets work decode the sound of a recording, by ffmpeg where nothing here can. Throws `MediaError`: `codecMissing` where
 * there is no ffmpeg either and the work decodes something.
 */
export async function withSound<T>(
  source: Uint8Array,
  context: TaskContext,
  work: (sound: Sound) => Promise<T>,
): Promise<T> {
  checkWavHeader(source);
  const file = await readable(() => openSoundFile(source));
  try {
    const decoder = file && (await readable(() => createPacketDecoder(file.format)));
    if (!decoder) {
      return await withDecodedByFfmpeg(source, file, { context, work });
    }
    try {
      const decode = (range: TimeRange) => decodePackets(file, decoder, range);
      return await readable(() => work({ file, seconds: file.seconds, seeksFast: true, decode }));
    } finally {
      decoder.free();
    }
  } finally {
    file?.close();
  }
}

interface Work<T> {
  readonly context: TaskContext;
  readonly work: (sound: Sound) => Promise<T>;
}

async function withDecodedByFfmpeg<T>(
  source: Uint8Array,
  file: SoundFile | undefined,
  { context, work }: Work<T>,
): Promise<T> {
  const done = await withFfmpeg(source, context, async (run) => {
    const seconds = file?.seconds ?? (await measureWithFfmpeg(run));
    const result = await work({
      file,
      seconds,
      seeksFast: false,
      decode: (range) => decodeWithFfmpeg(run, range, file?.format),
    });
    return { result };
  });
  if (done) {
    return done.result;
  }
  if (!file) {
    throw unsupportedRecording();
  }
  const missing = codecMissing(file.format.codec, 'sound');
  return await work({
    file,
    seconds: file.seconds,
    seeksFast: false,
    decode: () => {
      throw missing;
    },
  });
}

/** What goes wrong inside of a container or decoder is the recording's fault. */
async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof MediaError
      ? error
      : corruptRecording(error instanceof Error ? error.message : 'no reason given');
  }
}
