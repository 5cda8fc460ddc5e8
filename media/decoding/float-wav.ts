const headerBytes = 44;
const ieeeFloat = 3;
const sampleBytes = 4;

/** One channel as a WAV file of 32-bit floats, which are always in the order of bytes that processors have today. */
export function floatWav(samples: Float32Array, sampleRate: number): ArrayBuffer {
  const file = new ArrayBuffer(headerBytes + samples.byteLength);
  const view = new DataView(file);
  const word = (offset: number, text: string): void =>
    [...text].forEach((letter, index) => view.setUint8(offset + index, letter.charCodeAt(0)));
  word(0, 'RIFF');
  view.setUint32(4, file.byteLength - 8, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, ieeeFloat, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * sampleBytes, true);
  view.setUint16(32, sampleBytes, true);
  view.setUint16(34, 8 * sampleBytes, true);
  word(36, 'data');
  view.setUint32(40, samples.byteLength, true);
  new Float32Array(file, headerBytes).set(samples);
  return file;
}
