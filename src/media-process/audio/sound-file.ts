import {
  ADTS,
  BufferSource,
  EncodedPacketSink,
  FLAC,
  Input,
  type InputAudioTrack,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from 'mediabunny';
import type { PacketFormat } from './packet-decoder';
import { wholeOggPages } from './whole-ogg-pages';

/** None that names other files, as playlists do. The last two are looked for anywhere in a file, so they come last. */
const formats = [MP4, QTFF, MATROSKA, WEBM, WAVE, OGG, FLAC, MP3, ADTS];

/** The first sound of a file, in packets. */
export interface SoundFile {
  readonly mediaType: string;
  readonly seconds: number;
  readonly format: PacketFormat;
  readonly packets: EncodedPacketSink;
  close(): void;
}

/** @returns undefined where no container is known that has a sound */
export async function openSoundFile(source: Uint8Array): Promise<SoundFile | undefined> {
  const input = new Input({ formats, source: new BufferSource(wholeOggPages(source)) });
  try {
    const track = (await input.canRead()) ? await input.getPrimaryAudioTrack() : null;
    if (track === null) {
      input.dispose();
      return undefined;
    }
    return {
      mediaType: (await input.getFormat()).mimeType,
      seconds: await track.computeDuration(),
      format: await formatOf(track),
      packets: new EncodedPacketSink(track),
      close: () => input.dispose(),
    };
  } catch (error) {
    input.dispose();
    throw error;
  }
}

async function formatOf(track: InputAudioTrack): Promise<PacketFormat> {
  const named = (await track.getCodec()) ?? (await track.getInternalCodecId());
  const codec = typeof named === 'string' ? named : 'unknown codec';
  const description = bytesOf(await track.getDecoderConfig());
  return {
    codec,
    channels: await track.getNumberOfChannels(),
    sampleRate: await track.getSampleRate(),
    ...(description && { description }),
  };
}

function bytesOf(config: unknown): Uint8Array | undefined {
  const description: unknown =
    typeof config === 'object' && config !== null && 'description' in config && config.description;
  return description instanceof Uint8Array
    ? description
    : description instanceof ArrayBuffer
      ? new Uint8Array(description)
      : undefined;
}
