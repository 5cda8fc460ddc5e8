/** How many beeps the sound has. */
export const beeps = 3;

/** Hertz; speech models take nothing lower. */
const sampleRate = 16_000;
const beepSamples = sampleRate / 5;
const pauseSamples = sampleRate / 5;
const pitch = 880;

/** A WAV of three beeps, 16 bits, mono: small, made here, and easy to count for a model that hears. */
export function beepSound(): Uint8Array {
  const samples = beeps * (beepSamples + pauseSamples);
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.byteLength - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  // PCM, one channel.
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples * 2, 40);
  for (let sample = 0; sample < samples; sample++) {
    const sounds = sample % (beepSamples + pauseSamples) < beepSamples;
    const level = sounds ? Math.sin((2 * Math.PI * pitch * sample) / sampleRate) : 0;
    file.writeInt16LE(Math.round(level * 12_000), 44 + sample * 2);
  }
  return file;
}
