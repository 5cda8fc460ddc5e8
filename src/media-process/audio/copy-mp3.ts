import { BufferTarget, type EncodedPacket, EncodedAudioPacketSource, Mp3OutputFormat, Output } from 'mediabunny';
import type { EncodedAudio } from '../audio-service';
import type { TimeRange } from './pcm';
import type { SoundFile } from './sound-file';

/**
 * A part of an MP3 without decoding it: its frames, each of a few hundredths of a second, in new files that hold nothing
 * else. Names, pictures and places that were in its tags stay behind.
 */
export async function copyMp3(
  { packets, format }: SoundFile,
  { start, end, maxSeconds = Number.POSITIVE_INFINITY }: TimeRange & { readonly maxSeconds?: number },
): Promise<readonly EncodedAudio[]> {
  const frames: EncodedPacket[][] = [];
  const from = (await packets.getPacket(start)) ?? (await packets.getFirstPacket()) ?? undefined;
  for await (const packet of packets.packets(from)) {
    if (packet.timestamp >= end) {
      break;
    }
    const piece = frames.at(-1);
    const [first] = piece ?? [];
    if (piece && first && packet.timestamp + packet.duration - first.timestamp <= maxSeconds) {
      piece.push(packet);
    } else {
      frames.push([packet]);
    }
  }
  const { channels, sampleRate } = format;
  const metadata = { decoderConfig: { codec: 'mp3', numberOfChannels: channels, sampleRate } };
  return await Promise.all(frames.map((piece) => writeFrames(piece, metadata)));
}

type Metadata = Parameters<EncodedAudioPacketSource['add']>[1];

async function writeFrames(packets: readonly EncodedPacket[], metadata: Metadata): Promise<EncodedAudio> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp3OutputFormat(), target });
  const source = new EncodedAudioPacketSource('mp3');
  output.addAudioTrack(source);
  await output.start();
  const start = packets[0]?.timestamp ?? 0;
  let seconds = 0;
  for (const packet of packets) {
    await source.add(packet.clone({ timestamp: packet.timestamp - start }), metadata);
    seconds = packet.timestamp + packet.duration - start;
  }
  await output.finalize();
  return { bytes: new Uint8Array(target.buffer ?? new ArrayBuffer()), mediaType: 'audio/mpeg', start, seconds };
}
