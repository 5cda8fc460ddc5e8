import { t } from '@vscode/l10n';
import { MediaError } from '../media-process/media-service';
import { layOutPlainText } from '../model/offline/lay-out-text';
import type { Attachment } from '../shared/attachment/attachment';
import type { ImageReference } from '../shared/blob';
import { isString } from '../store/guard';
import type { PrepareContext } from './attachment-services';
import { mediaSource, withName } from './stored-file';

/** What is sent instead of a picture, and why. */
export type Words = Pick<Attachment, 'parts' | 'reasons'>;

export interface PictureInWords {
  /** Of the attachment. */
  readonly name: string;
  /** PNG or JPEG, upright; as large as it is worth reading. */
  readonly picture: ImageReference;
}

/** The text in a picture, read on this machine, laid out as it stands there. Throws `AttachmentError`. */
export async function imageText({ name, picture }: PictureInWords, context: PrepareContext): Promise<Words> {
  const text = await withName(name, () => recognizedText(picture, context));
  return await words(
    `Text in the picture ${name}, read by text recognition, which makes mistakes; the picture itself is not sent:\n\n${text}`,
    t('Its text is sent, read on this machine. What else the picture shows is not.'),
    context,
  );
}

/** What a picture shows, in the words of the model that the person chose for that. Throws `AttachmentError`. */
export async function imageDescription({ name, picture }: PictureInWords, context: PrepareContext): Promise<Words> {
  context.progress(t('Describing'));
  const text = await withName(name, () => context.describe(picture, { signal: context.signal }));
  return await words(
    `Description of the picture ${name} by another model; the picture itself is not sent:\n\n${text}`,
    t('A description of it is sent, written by the model that you chose for descriptions.'),
    context,
  );
}

async function recognizedText(
  picture: ImageReference,
  { media, blobs, derived, signal, progress }: PrepareContext,
): Promise<string> {
  const key = { source: picture.sha256, form: 'recognizedText' };
  const known = await derived.get(key, isString);
  if (known !== undefined) {
    return known;
  }
  progress(t('Reading its text'));
  const recognized = await media.readText(await mediaSource(blobs, picture), {
    signal,
    onProgress: (fraction) => progress(t('Reading its text'), fraction),
  });
  const text = layOutPlainText(recognized);
  if (text.trim() === '') {
    throw new MediaError(
      'unsupportedFormat',
      t('No text was found in it. Have it described instead, or choose a model that takes pictures.'),
    );
  }
  await derived.put(key, text);
  return text;
}

async function words(text: string, reason: string, { blobs }: PrepareContext): Promise<Words> {
  const blob = await blobs.put(new TextEncoder().encode(text), 'text/plain');
  return { parts: [{ type: 'text', blob }], reasons: [reason] };
}
