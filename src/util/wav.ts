export interface PcmFormat {
  /** Samples a second. */
  readonly sampleRate: number;
  readonly channels: number;
}

const headerBytes = 44;
const bytesPerSample = 2;

/**
 * A WAV file of raw 16-bit little-endian samples (RIFF with a `fmt ` chunk of 16 bytes, format 1:
 * http://soundfile.sapp.org/doc/WaveFormat/). Bytes of a last sample that was cut are left out.
 */
export function wavFile(samples: Uint8Array, { sampleRate, channels }: PcmFormat): Uint8Array {
  const frameBytes = channels * bytesPerSample;
  const dataBytes = samples.byteLength - (samples.byteLength % frameBytes);
  const file = Buffer.alloc(headerBytes + dataBytes);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(headerBytes - 8 + dataBytes, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(channels, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * frameBytes, 28);
  file.writeUInt16LE(frameBytes, 32);
  file.writeUInt16LE(bytesPerSample * 8, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(dataBytes, 40);
  file.set(samples.subarray(0, dataBytes), headerBytes);
  return file;
}
