import { t } from '@vscode/l10n';
import { OpusDecoder } from 'opus-decoder';
import { corruptRecording } from '../ffmpeg/ffmpeg-failures';
import type { PacketDecoder, PacketFormat } from './packet-decoder';

/** What the decoder has forgotten after this long (RFC 7845, section 4.6). */
const preroll = 0.08;

/** Where the mapping of channels begins in the identification header (RFC 7845, section 5.1). */
const mappingOffset = 18;

/** Opus, as libopus reads it. */
export async function createOpusDecoder({ channels, description }: PacketFormat): Promise<PacketDecoder> {
  const decoder = new OpusDecoder({ channels, ...mapping(channels, description) });
  await decoder.ready;
  return {
    preroll,
    decode: (packet) => {
      const { channelData, sampleRate, samplesDecoded } = decoder.decodeFrame(packet);
      return samplesDecoded > 0 ? { sampleRate, channels: channelData } : undefined;
    },
    free: () => decoder.free(),
  };
}

/** Which streams hold which channels, where there are more than two. */
function mapping(channels: number, description: Uint8Array | undefined) {
  if (channels <= 2) {
    return {};
  }
  const [family, streamCount, coupledStreamCount, ...channelMappingTable] = description?.subarray(mappingOffset) ?? [];
  if (family === 0 || streamCount === undefined || coupledStreamCount === undefined) {
    throw corruptRecording(t('its Opus header does not say where its channels are'));
  }
  return { streamCount, coupledStreamCount, channelMappingTable: channelMappingTable.slice(0, channels) };
}
