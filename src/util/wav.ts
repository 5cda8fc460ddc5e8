export interface PcmFormat {
  /** Samples a second. */
  readonly sampleRate: number;
  readonly channels: number;
}

export const wavHeaderBytes = 44;
const bytesPerSample = 2;

/** Bits of one sample. */
const bitsPerSample = bytesPerSample * 8;

/**
 * A WAV file of raw 16-bit little-endian samples (RIFF with a `fmt ` chunk of 16 bytes, format 1:
 * http://soundfile.sapp.org/doc/WaveFormat/). Bytes of a last sample that was cut are left out.
 */
export function wavFile(samples: Uint8Array, { sampleRate, channels }: PcmFormat): Uint8Array {
  const dataBytes = samples.byteLength - (samples.byteLength % (channels * bytesPerSample));
  const file = emptyWavFile(dataBytes, { sampleRate, channels });
  file.set(samples.subarray(0, dataBytes), wavHeaderBytes);
  return file;
}

/** A WAV file whose samples, which begin after the 44 bytes of its header, are still to be written: silence. */
export function emptyWavFile(dataBytes: number, { sampleRate, channels }: PcmFormat): Buffer {
  const frameBytes = channels * bytesPerSample;
  const file = Buffer.alloc(wavHeaderBytes + dataBytes);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(wavHeaderBytes - 8 + dataBytes, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(channels, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * frameBytes, 28);
  file.writeUInt16LE(frameBytes, 32);
  file.writeUInt16LE(bitsPerSample, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(dataBytes, 40);
  return file;
}
