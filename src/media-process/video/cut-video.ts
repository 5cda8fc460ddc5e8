import {
  type AudioCodec,
  BufferTarget,
  type EncodedPacket,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  BufferSource,
  type InputAudioTrack,
  type InputTrack,
  type InputVideoTrack,
  Mp4OutputFormat,
  Output,
  type VideoCodec,
  WebMOutputFormat,
} from 'mediabunny';
import { corruptRecording } from '../ffmpeg/ffmpeg-failures';
import type { LoadedInput } from '../protocol';
import type { CutVideo } from '../video-service';
import { containers } from './open-container';

/** How much later than a frame one may be shown that is decoded before it. */
const reorderSeconds = 0.5;

/** What WebM holds; everything else goes into MP4. */
const webmCodecs: ReadonlySet<string> = new Set(['vp8', 'vp9']);

/**
 * Packs the pictures and the sound of a part of a video anew without decoding them: it begins with the frame at or before
 * the start that stands alone. What else the file holds, as the place where it was taken, is not in the new one.
 *
 * @returns undefined for what can't be packed anew: a container or a codec that is not known
 */
export async function cutVideo({ source, start, end }: LoadedInput<'cutVideo'>): Promise<CutVideo | undefined> {
  const input = new Input({ formats: containers, source: new BufferSource(source) });
  try {
    if (!(await input.canRead())) {
      return undefined;
    }
    const video = await input.getPrimaryVideoTrack();
    const codec = await video?.getCodec();
    if (!video || !codec) {
      return undefined;
    }
    const first = await firstPacket(video, start);
    const part = { codec, begin: first.timestamp, end };
    const bytes = await pack(video, await input.getPrimaryAudioTrack(), { ...part, first });
    const length = Math.min(end, await video.computeDuration()) - Math.max(0, first.timestamp);
    return {
      bytes: new Uint8Array(bytes),
      mediaType: webmCodecs.has(codec) ? 'video/webm' : 'video/mp4',
      start: Math.max(0, first.timestamp),
      seconds: length,
    };
  } catch (error) {
    throw corruptRecording(error instanceof Error ? error.message.replace(/\.$/, '') : String(error));
  } finally {
    input.dispose();
  }
}

async function firstPacket(video: InputVideoTrack, start: number): Promise<EncodedPacket> {
  const sink = new EncodedPacketSink(video);
  const packet = (await sink.getKeyPacket(start)) ?? (await sink.getFirstKeyPacket());
  if (!packet) {
    throw new Error('it has no frame to begin with');
  }
  return packet;
}

async function pack(
  video: InputVideoTrack,
  audio: InputAudioTrack | null,
  part: { readonly codec: VideoCodec; readonly begin: number; readonly end: number; readonly first: EncodedPacket },
): Promise<ArrayBuffer> {
  const target = new BufferTarget();
  const format = webmCodecs.has(part.codec) ? new WebMOutputFormat() : new Mp4OutputFormat();
  const output = new Output({ format, target });
  const pictures = new EncodedVideoPacketSource(part.codec);
  output.addVideoTrack(pictures, { rotation: await video.getRotation(), flip: await video.getFlip() });
  const sound = audio && (await soundSource(audio, format));
  if (sound) {
    output.addAudioTrack(sound);
  }
  await output.start();
  const copyPictures = async (): Promise<void> => {
    const decoderConfig = (await video.getDecoderConfig()) ?? undefined;
    for await (const packet of partOf(video, part.first, part)) {
      await pictures.add(packet, decoderConfig && { decoderConfig });
    }
    pictures.close();
  };
  const copySound = async (): Promise<void> => {
    if (audio && sound) {
      const decoderConfig = (await audio.getDecoderConfig()) ?? undefined;
      const sink = new EncodedPacketSink(audio);
      const first = (await sink.getPacket(part.begin)) ?? (await sink.getFirstPacket());
      for await (const packet of partOf(audio, first, part)) {
        await sound.add(packet, decoderConfig && { decoderConfig });
      }
      sound.close();
    }
  };
  await Promise.all([copyPictures(), copySound()]);
  await output.finalize();
  if (!target.buffer) {
    throw new Error('nothing was written');
  }
  return target.buffer;
}

/** Sound that the new container can't hold is left out. */
async function soundSource(
  audio: InputAudioTrack,
  format: Mp4OutputFormat | WebMOutputFormat,
): Promise<EncodedAudioPacketSource | undefined> {
  const codec: AudioCodec | null = await audio.getCodec();
  return codec && format.getSupportedAudioCodecs().includes(codec) ? new EncodedAudioPacketSource(codec) : undefined;
}

/**
 * Packets in the order in which they are decoded, with times from the beginning of the part. Those that are shown after
 * its end are kept only where one that is decoded later and shown before it may need them.
 */
async function* partOf(
  track: InputTrack,
  first: EncodedPacket | null,
  { begin, end }: { readonly begin: number; readonly end: number },
): AsyncGenerator<EncodedPacket> {
  const sink = new EncodedPacketSink(track);
  const later: EncodedPacket[] = [];
  for (
    let packet = first;
    packet && packet.timestamp < end + reorderSeconds;
    packet = await sink.getNextPacket(packet)
  ) {
    if (packet.timestamp >= end) {
      later.push(packet);
    } else if (packet.timestamp >= begin) {
      for (const needed of [...later.splice(0), packet]) {
        yield needed.clone({ timestamp: needed.timestamp - begin });
      }
    }
  }
}
