import type { RecognizedText } from '../../media-process/media-service';
import type { SecretMatch } from '../../media-process/secret-service';
import { layOutPlainText } from '../../model/offline/lay-out-text';
import { secretKinds, type FoundSecret } from '../../shared/attachment/secrets';
import type { BlobReference } from '../../shared/blob';
import type { Region, Size } from '../../shared/region';
import { arrayOf, isNumber, isString, literal, optional, shape } from '../../store/guard';
import type { AttachmentServices, CallOptions } from '../attachment-services';
import { mediaSource } from '../stored-file';
import { areasOf, joinWords, type Joined } from './joined-words';
import { findMisreadKeys } from './misread-keys';
import { rulesVersion } from './rules-version';

export interface PictureSecrets {
  /** Pixels of the picture as it was read; a drawing has any. */
  readonly size: Size;
  readonly secrets: readonly PictureSecret[];
}

export interface PictureSecret extends FoundSecret {
  /** One for each line of text that it stands in. */
  readonly areas: readonly Region[];
}

export type SearchServices = Pick<AttachmentServices, 'media' | 'blobs' | 'derived'> & CallOptions;

const number = { left: isNumber, top: isNumber, width: isNumber, height: isNumber };
const isPictureSecrets = shape<PictureSecrets>({
  size: shape<Size>({ width: isNumber, height: isNumber }),
  secrets: arrayOf(
    shape<PictureSecret>({
      kind: literal(...secretKinds),
      issuer: optional(isString),
      areas: arrayOf(shape<Region>(number)),
    }),
  ),
});

/** Reads a picture on this machine and looks for secrets in what it says; once for each picture. */
export async function findInPicture(
  picture: BlobReference,
  { onProgress, ...services }: SearchServices & { readonly onProgress?: (fraction: number) => void },
): Promise<PictureSecrets> {
  const { media, blobs, derived, signal } = services;
  const key = { source: picture.sha256, form: 'secrets', settings: { rules: rulesVersion } };
  const known = await derived.get(key, isPictureSecrets);
  if (known) {
    return known;
  }
  const recognized = await media.readText(await mediaSource(blobs, picture), {
    signal,
    ...(onProgress && { onProgress }),
  });
  const { width, height } = recognized;
  const found: PictureSecrets = { size: { width, height }, secrets: await findInRecognized(recognized, services) };
  await derived.put(key, found);
  const text = layOutPlainText(recognized);
  if (text !== '') {
    // The same text that is sent instead of a picture, and by which it is found again.
    await derived.put({ source: picture.sha256, form: 'recognizedText' }, text);
  }
  return found;
}

/**
 * A long key is often broken, by the end of a line or by a gap that the reading has put into it: what is found only where
 * all spaces are left out counts too.
 */
async function findInRecognized(
  recognized: RecognizedText,
  { media, signal }: SearchServices,
): Promise<readonly PictureSecret[]> {
  const asRead = joinWords(recognized, { withSpaces: true });
  const unbroken = joinWords(recognized, { withSpaces: false });
  const exact = await media.findSecrets(asRead.text, { signal });
  const broken = await media.findSecrets(unbroken.text, { signal });
  const found = [
    ...placed(asRead, exact),
    // Passwords and addresses would take in what follows them where nothing divides them.
    ...placed(
      unbroken,
      broken.filter(({ kind }) => kind === 'key'),
    ),
    ...placed(asRead, findMisreadKeys(asRead.text)),
  ];
  return found.filter(({ areas }, index) => !found.some((other, at) => at < index && isWithin(areas, other.areas)));
}

function placed(joined: Joined, matches: readonly SecretMatch[]): readonly PictureSecret[] {
  return matches.map(({ start, end, ...secret }) => ({ ...secret, areas: areasOf(joined, { start, end }) }));
}

function isWithin(areas: readonly Region[], others: readonly Region[]): boolean {
  return areas.every((area) =>
    others.some(
      (other) =>
        other.left <= area.left &&
        other.top <= area.top &&
        other.left + other.width >= area.left + area.width &&
        other.top + other.height >= area.top + area.height,
    ),
  );
}
