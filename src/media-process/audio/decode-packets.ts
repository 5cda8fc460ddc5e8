import type { EncodedPacket } from 'mediabunny';
import type { PacketDecoder } from './packet-decoder';
import { lengthOf, type PcmBlock, slicePcm, type TimeRange } from './pcm';
import type { SoundFile } from './sound-file';

/** Containers round times to milliseconds: decoded packets may be this much longer than they say. */
const tolerance = 0.002;

/**
 * Decodes a part of a sound, its first and last sample as close to the asked times as the samples are. What is before
 * the first packet is left out; damaged packets are passed over.
 */
export async function* decodePackets(
  { packets }: Pick<SoundFile, 'packets'>,
  decoder: PacketDecoder,
  { start, end }: TimeRange,
): AsyncGenerator<PcmBlock> {
  const from = (await packets.getPacket(start - decoder.preroll)) ?? (await packets.getFirstPacket()) ?? undefined;
  /** Samples that are still to be left out at the beginning, and then to be given; unknown before the first of them. */
  let skipped: number | undefined;
  let wanted = 0;
  for await (const packet of packets.packets(from)) {
    const block = await decodePacket(decoder, packet);
    if (!block) {
      continue;
    }
    if (skipped === undefined) {
      skipped = Math.round((start - packet.timestamp) * block.sampleRate);
      wanted = Math.round((end - Math.max(start, packet.timestamp)) * block.sampleRate);
      skipped = Math.max(0, skipped);
    }
    const rest = slicePcm(block, skipped, skipped + wanted);
    skipped = Math.max(0, skipped - lengthOf(block));
    wanted -= lengthOf(rest);
    if (lengthOf(rest) > 0) {
      yield rest;
    }
    if (wanted <= 0) {
      return;
    }
  }
}

async function decodePacket(decoder: PacketDecoder, packet: EncodedPacket): Promise<PcmBlock | undefined> {
  const block = await decodeOrSkip(decoder, packet.data);
  if (!block) {
    return undefined;
  }
  // What an encoder had to add at the very beginning or end is not part of the sound.
  const length = Math.round(packet.duration * block.sampleRate);
  const extra = lengthOf(block) - length;
  if (packet.duration <= 0 || extra <= tolerance * block.sampleRate) {
    return block;
  }
  return packet.timestamp <= 0 ? slicePcm(block, extra) : slicePcm(block, 0, length);
}

async function decodeOrSkip(decoder: PacketDecoder, data: Uint8Array): Promise<PcmBlock | undefined> {
  try {
    return await decoder.decode(data);
  } catch {
    return undefined;
  }
}
