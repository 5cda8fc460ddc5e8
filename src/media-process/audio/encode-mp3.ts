import { registerMp3Encoder } from '@mediabunny/mp3-encoder';
import { AudioSample, AudioSampleSource, BufferTarget, Mp3OutputFormat, Output } from 'mediabunny';
import { lengthOf, type PcmBlock, slicePcm, toInt16 } from './pcm';

export interface Mp3Settings {
  readonly channels: number;
  /** Samples a second, one of those that MP3 has. */
  readonly sampleRate: number;
  /** Bits a second. */
  readonly bitrate: number;
  /** Called again and again while the work goes on; may throw to end it. */
  readonly onStep: () => void;
}

/** Encoded at once: some tenths of a second of work. */
const stepSeconds = 10;

/** An MP3 file, made by LAME. It says nothing of where the sound came from. */
export async function encodeMp3(blocks: readonly PcmBlock[], settings: Mp3Settings): Promise<Uint8Array> {
  const { channels, sampleRate, bitrate, onStep } = settings;
  registerMp3Encoder();
  const target = new BufferTarget();
  const output = new Output({ format: new Mp3OutputFormat(), target });
  const source = new AudioSampleSource({ codec: 'mp3', bitrate });
  output.addAudioTrack(source);
  await output.start();
  let given = 0;
  for (const block of blocks) {
    for (let start = 0; start < lengthOf(block); start += stepSeconds * sampleRate) {
      const data = toInt16(slicePcm(block, start, start + stepSeconds * sampleRate));
      const timestamp = given / sampleRate;
      const sample = new AudioSample({ data, format: 's16', numberOfChannels: channels, sampleRate, timestamp });
      await source.add(sample);
      sample.close();
      onStep();
      given += data.length / channels;
    }
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer());
}
