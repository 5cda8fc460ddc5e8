import { corruptRecording } from '../ffmpeg/ffmpeg-failures';
import { t } from '@vscode/l10n';
import { language } from '../../shared/language';

const maxChannels = 32;
/** Samples a second: twice of what the best recorders take. */
const maxSampleRate = 1_536_000;
/** Of all channels together, in samples of 64 bits. */
const maxBlockBytes = 32 * 8;
/** Format tags of what is not compressed (RFC 2361): PCM, floats, A-law, mu-law and the one that names another. */
const uncompressed: ReadonlySet<number> = new Set([1, 3, 6, 7, 0xff_fe]);

/** Throws a `MediaError` for a WAV file whose header asks for what no recording has: to decode it would take forever. */
export function checkWavHeader(source: Uint8Array): void {
  const file = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const format = formatChunk(file);
  if (!format) {
    return;
  }
  const channels = format.readUInt16LE(2);
  const sampleRate = format.readUInt32LE(4);
  const blockBytes = format.readUInt16LE(12);
  if (channels < 1 || channels > maxChannels) {
    throw corruptRecording(t('it says that it has {0} channels', channels.toLocaleString(language())));
  }
  if (sampleRate < 1 || sampleRate > maxSampleRate) {
    throw corruptRecording(t('it says that it has {0} samples a second', sampleRate.toLocaleString(language())));
  }
  if (blockBytes < 1 || (uncompressed.has(format.readUInt16LE(0)) && blockBytes > maxBlockBytes)) {
    throw corruptRecording(t('it says that its samples have {0} bytes', blockBytes.toLocaleString(language())));
  }
}

/** Undefined for other files and for those that end before it does. */
function formatChunk(file: Buffer): Buffer | undefined {
  if (!/^(RIFF|RF64)$/.test(file.toString('latin1', 0, 4)) || file.toString('latin1', 8, 12) !== 'WAVE') {
    return undefined;
  }
  for (let start = 12; start + 24 <= file.length;) {
    if (file.toString('latin1', start, start + 4) === 'fmt ') {
      return file.subarray(start + 8, start + 24);
    }
    const size = file.readUInt32LE(start + 4);
    start += 8 + size + (size % 2);
  }
  return undefined;
}
