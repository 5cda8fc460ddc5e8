import type { PcmBlock } from './pcm';

/** Decodes the packets of one sound in their order. */
export interface PacketDecoder {
  /** Packets before a place that must be decoded for what is there to be right, as seconds. */
  readonly preroll: number;
  /** What packets hold; nothing for those that are damaged. */
  decode(packet: Uint8Array): PcmBlock | undefined | Promise<PcmBlock | undefined>;
  free(): void;
}

/** What is known of the packets before the first of them. */
export interface PacketFormat {
  /** As mediabunny calls it. */
  readonly codec: string;
  readonly channels: number;
  /** Samples a second. */
  readonly sampleRate: number;
  /** What the container says of the codec, as WebCodecs has it (https://www.w3.org/TR/webcodecs-codec-registry/). */
  readonly description?: Uint8Array;
}

/** Makes a decoder, which loads its library; undefined where there is none for the codec. */
export async function createPacketDecoder(format: PacketFormat): Promise<PacketDecoder | undefined> {
  switch (format.codec) {
    case 'opus': {
      const { createOpusDecoder } = await import('./opus-decoder');
      return createOpusDecoder(format);
    }
    case 'vorbis': {
      const { createVorbisDecoder } = await import('./vorbis-decoder');
      return createVorbisDecoder(format);
    }
    case 'flac': {
      const { createFlacDecoder } = await import('./flac-decoder');
      return createFlacDecoder();
    }
    case 'mp3': {
      const { createMp3Decoder } = await import('./mp3-decoder');
      return createMp3Decoder(format);
    }
    default: {
      const { createPcmDecoder } = await import('./pcm-decoder');
      return createPcmDecoder(format);
    }
  }
}
