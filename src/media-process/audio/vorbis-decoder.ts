import { t } from '@vscode/l10n';
import { OggVorbisDecoder } from '@wasm-audio-decoders/ogg-vorbis';
import { corruptRecording } from '../ffmpeg/ffmpeg-failures';
import type { PacketDecoder, PacketFormat } from './packet-decoder';

/** A packet is added to the one before it; packets have at most 8,192 samples. */
const preroll = 0.2;

/** What the decoder reads of an Ogg page, had it been parsed; the container may be another one. */
interface Page {
  readonly data: Uint8Array;
  readonly codecFrames: readonly {
    readonly data: Uint8Array;
    readonly header?: { readonly vorbisSetup: Uint8Array };
  }[];
}

/** The library takes pages as its own parser makes them, which is left out of the bundle. */
interface PageDecoder {
  decodeOggPages(pages: readonly Page[]): Promise<{
    readonly channelData: Float32Array[];
    readonly samplesDecoded: number;
    readonly sampleRate: number;
  }>;
}

/** Vorbis, as libvorbis reads it. */
export async function createVorbisDecoder({ description }: PacketFormat): Promise<PacketDecoder> {
  const [identification, , vorbisSetup] = headersOf(description);
  const decoder = new OggVorbisDecoder();
  await decoder.ready;
  // It reads no more of a page than this.
  const pages = decoder as unknown as PageDecoder;
  let setup: { readonly vorbisSetup: Uint8Array } | undefined = { vorbisSetup };
  return {
    preroll,
    decode: async (packet) => {
      const frame = { data: packet, ...(setup && { header: setup }) };
      const page = { data: setup ? identification : packet, codecFrames: [frame] };
      setup = undefined;
      const { channelData, sampleRate, samplesDecoded } = await pages.decodeOggPages([page]);
      return samplesDecoded > 0 ? { sampleRate, channels: channelData } : undefined;
    },
    free: () => decoder.free(),
  };
}

/** The three headers of the description: the sizes of two of them first, as runs of 255 (Xiph lacing). */
function headersOf(description: Uint8Array = new Uint8Array()): readonly [Uint8Array, Uint8Array, Uint8Array] {
  let offset = 1;
  const size = (): number => {
    let sum = 0;
    let byte: number;
    do {
      byte = description[offset++] ?? 0;
      sum += byte;
    } while (byte === 255);
    return sum;
  };
  const [first, second] = [size(), size()];
  const header = (from: number, to?: number): Uint8Array => description.subarray(offset + from, to && offset + to);
  const headers = [header(0, first), header(first, first + second), header(first + second)] as const;
  if (description[0] !== 2 || headers[0][0] !== 1 || headers[2][0] !== 5) {
    throw corruptRecording(t('its Vorbis headers are missing'));
  }
  return headers;
}
