import type { SecretMatch } from '../../media-process/secret-service';
import type { AttachmentServices } from '../attachment-services';

/** No key, private key or address with a password is shorter; most questions have no word as long, and are not searched at all. */
const longWord = /\S{16,}/;

/**
 * Keys and passwords in what a person typed or pasted as text. Addresses of people are not among them: they are meant to be
 * there. Throws as the media process does.
 */
export async function findInQuestion(
  text: string,
  media: Pick<AttachmentServices['media'], 'findSecrets'>,
  signal: AbortSignal,
): Promise<readonly SecretMatch[]> {
  const found = longWord.test(text) ? await media.findSecrets(text, { signal }) : [];
  return found.filter(({ kind }) => kind !== 'emailAddress');
}
