import { MPEGDecoder } from 'mpg123-decoder';
import type { PacketDecoder, PacketFormat } from './packet-decoder';

/** A frame may hold bits of up to nine frames before it; frames have at most 72 ms (8 kHz). */
const preroll = 0.3;

/** MP3, as mpg123 reads it. */
export async function createMp3Decoder({ channels }: Pick<PacketFormat, 'channels'>): Promise<PacketDecoder> {
  const decoder = new MPEGDecoder({ enableGapless: false });
  await decoder.ready;
  return {
    preroll,
    decode: (packet) => {
      const { channelData, sampleRate, samplesDecoded } = decoder.decode(packet);
      // It always gives two, which are equal for a sound of one.
      return samplesDecoded > 0 ? { sampleRate, channels: channelData.slice(0, channels) } : undefined;
    },
    free: () => decoder.free(),
  };
}
