import { t } from '@vscode/l10n';
import type { AudioFacts } from '../../media-process/audio-service';
import type { AudioAttachment } from '../../shared/attachment/attachment';
import { MAX_AUDIO_BYTES } from '../../shared/limits';
import { AttachmentError } from '../attachment-error';
import type { PrepareContext } from '../attachment-services';
import { baseOf, mediaSource, withName, type StoredFile } from '../stored-file';
import { pageSound } from './page-sound';

/** How long a sound is and how it looks; the latter only where something here can decode it. */
export async function readAudio(stored: StoredFile, context: PrepareContext): Promise<AudioAttachment> {
  const { file, source } = stored;
  if (source.byteLength > MAX_AUDIO_BYTES) {
    throw new AttachmentError(
      'tooManyBytes',
      file.name,
      t(
        'It has more than {0} MB. Attach a shorter part of it, or save it as MP3 and attach that.',
        MAX_AUDIO_BYTES / 1024 / 1024,
      ),
    );
  }
  const { seconds, codec, waveform } = await withName(file.name, () => readFacts(stored, context));
  return {
    ...baseOf(stored),
    kind: 'audio',
    source,
    seconds,
    codec,
    ...(waveform && { waveform }),
    options: {},
  };
}

async function readFacts({ source }: StoredFile, context: PrepareContext): Promise<AudioFacts> {
  const { media, blobs, signal, progress } = context;
  const options = { signal, onProgress: (fraction: number) => progress(t('Reading'), fraction) };
  const facts = await media.readAudio(await mediaSource(blobs, source), options);
  const decoded = facts.waveform ? undefined : await pageSound(source, context);
  if (!decoded) {
    return facts;
  }
  const { waveform } = await media.readAudio(await mediaSource(blobs, decoded), options);
  return { ...facts, ...(waveform && { waveform }) };
}
