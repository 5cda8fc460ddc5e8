import { setImmediate } from 'node:timers/promises';
import { t } from '@vscode/l10n';
import type { BlobReference } from '../../shared/blob';
import { isBlob } from '../../store/attachment-guard';
import { emptyWavFile, wavHeaderBytes } from '../../util/wav';
import type { PrepareContext } from '../attachment-services';

/** What speech needs; music loses its heights, which is better than all of it. */
const sampleRate = 16_000;

/** Samples that are converted before others get their turn: some milliseconds of work. */
const samplesAtOnce = 500_000;

/**
 * All of a sound as a WAV file, decoded by the browser of the panel.
 *
 * @returns undefined where no panel is open or its browser has no codec for it either
 */
export async function pageSound(source: BlobReference, context: PrepareContext): Promise<BlobReference | undefined> {
  const { page, blobs, derived, signal, progress } = context;
  const key = { source: source.sha256, form: 'pageSound', settings: { sampleRate } };
  const known = await derived.get(key, isBlob);
  if (known || !page) {
    return known;
  }
  progress(t('Decoding'));
  const samples = await page.sound(source, sampleRate, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    if (error instanceof Error && 'kind' in error && error.kind === 'codecMissing') {
      return undefined;
    }
    throw error;
  });
  if (!samples || samples.length === 0) {
    return undefined;
  }
  const blob = await blobs.put(await wavOf(samples, signal), 'audio/wav');
  await derived.put(key, blob);
  return blob;
}

async function wavOf(samples: Float32Array, signal: AbortSignal): Promise<Uint8Array> {
  const file = emptyWavFile(samples.length * 2, { sampleRate, channels: 1 });
  for (let start = 0; start < samples.length; start += samplesAtOnce) {
    samples.subarray(start, start + samplesAtOnce).forEach((sample, index) => {
      const value = Math.round(Math.min(1, Math.max(-1, sample)) * 32_767);
      file.writeInt16LE(value, wavHeaderBytes + (start + index) * 2);
    });
    await setImmediate();
    signal.throwIfAborted();
  }
  return file;
}
