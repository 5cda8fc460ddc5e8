/** A WAV file as an independent reader sees it: 16-bit samples, which is what is sent. */
export interface WavFile {
  readonly channels: number;
  readonly sampleRate: number;
  readonly seconds: number;
  /** Of the first channel, between -1 and 1. */
  readonly samples: Float64Array;
}

export function readWav(bytes: Uint8Array): WavFile {
  const file = Buffer.from(bytes);
  if (
    file.toString('latin1', 0, 4) + file.toString('latin1', 8, 16) !== 'RIFFWAVEfmt ' ||
    file.readUInt16LE(34) !== 16
  ) {
    throw new Error('It is no WAV file of 16-bit samples.');
  }
  if (file.readUInt32LE(4) !== file.length - 8 || file.readUInt32LE(40) !== file.length - 44) {
    throw new Error('Its header says another length than it has.');
  }
  const channels = file.readUInt16LE(22);
  const sampleRate = file.readUInt32LE(24);
  const count = (file.length - 44) / 2 / channels;
  const samples = Float64Array.from(
    { length: count },
    (_, index) => file.readInt16LE(44 + index * 2 * channels) / 32_768,
  );
  return { channels, sampleRate, seconds: count / sampleRate, samples };
}

/** How much of a tone is in a part of a sound: its amplitude, by the Goertzel algorithm. */
export function amplitude({ samples, sampleRate }: WavFile, hertz: number, from = 0, to = Infinity): number {
  const part = samples.subarray(Math.round(from * sampleRate), Math.min(samples.length, Math.round(to * sampleRate)));
  const step = (2 * Math.PI * hertz) / sampleRate;
  let [real, imaginary] = [0, 0];
  part.forEach((sample, index) => {
    real += sample * Math.cos(step * index);
    imaginary += sample * Math.sin(step * index);
  });
  return (2 * Math.hypot(real, imaginary)) / part.length;
}
