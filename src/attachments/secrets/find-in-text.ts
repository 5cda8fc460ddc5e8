import type { SecretMatch } from '../../media-process/secret-service';
import { secretKinds } from '../../shared/attachment/secrets';
import { arrayOf, isNumber, isString, literal, optional, shape } from '../../store/guard';
import { sha256Of } from '../../store/sha256';
import type { SearchServices } from './find-in-picture';
import { rulesVersion } from './rules-version';

const isMatches = arrayOf(
  shape<SecretMatch>({ kind: literal(...secretKinds), issuer: optional(isString), start: isNumber, end: isNumber }),
);

/** What may be a secret in a text; looked for once in each text. */
export async function findInText(
  text: string,
  { media, derived, signal }: Omit<SearchServices, 'blobs'>,
): Promise<readonly SecretMatch[]> {
  const key = { source: await sha256Of(Buffer.from(text)), form: 'secrets', settings: { rules: rulesVersion } };
  const known = await derived.get(key, isMatches);
  if (known) {
    return known;
  }
  const found = await media.findSecrets(text, { signal });
  await derived.put(key, found);
  return found;
}
