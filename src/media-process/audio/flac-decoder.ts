import { FLACDecoder } from '@wasm-audio-decoders/flac';
import type { PacketDecoder } from './packet-decoder';

/** FLAC, as libFLAC reads it. Only frames are given to it: it never looks for them itself. */
export async function createFlacDecoder(): Promise<PacketDecoder> {
  const decoder = new FLACDecoder();
  await decoder.ready;
  return {
    preroll: 0,
    decode: async (packet) => {
      const { channelData, sampleRate, samplesDecoded } = await decoder.decodeFrames([packet]);
      return samplesDecoded > 0 ? { sampleRate, channels: channelData } : undefined;
    },
    free: () => decoder.free(),
  };
}
