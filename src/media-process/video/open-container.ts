import {
  BufferSource,
  EncodedPacketSink,
  Input,
  type InputTrack,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  QTFF,
  WEBM,
} from 'mediabunny';
import type { VideoFile } from './video-file';

/** None that names other files, as playlists do. */
export const containers = [MP4, QTFF, WEBM, MATROSKA];

/** Packets that tell the frame rate of a video, which hardly varies. */
const packetsForRate = 100;

/** MP4, QuickTime, WebM and Matroska. Throws errors of the library where they are damaged. */
export async function openContainer(source: Uint8Array): Promise<VideoFile> {
  const input = new Input({ formats: containers, source: new BufferSource(source) });
  try {
    const video = await input.getPrimaryVideoTrack();
    const audio = await input.getPrimaryAudioTrack();
    return {
      facts: {
        mediaType: (await input.getFormat()).mimeType,
        seconds: video || audio ? await input.computeDuration() : 0,
        ...(video && { picture: await pictureOf(video) }),
        ...(audio && { sound: { codec: await codecOf(audio) } }),
      },
      frameTime: async (seconds) => (video ? await frameTime(video, seconds) : seconds),
      close: () => input.dispose(),
    };
  } catch (error) {
    input.dispose();
    throw error;
  }
}

async function pictureOf(track: InputVideoTrack) {
  return {
    width: await track.getDisplayWidth(),
    height: await track.getDisplayHeight(),
    codec: await codecOf(track),
    frameRate: (await track.computePacketStats(packetsForRate)).averagePacketRate,
  };
}

/** The name that the container has for what the library does not know. */
async function codecOf(track: InputTrack): Promise<string> {
  const name = (await track.getCodec()) ?? (await track.getInternalCodecId());
  return typeof name === 'string' ? name : 'unknown codec';
}

async function frameTime(track: InputVideoTrack, seconds: number): Promise<number> {
  const packets = new EncodedPacketSink(track);
  const packet = await packets.getPacket(seconds, { metadataOnly: true });
  return packet?.timestamp ?? (await track.getFirstTimestamp());
}
