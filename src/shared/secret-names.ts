export type SecretPlace = 'header' | 'query' | 'field';

/** The last word of a name that holds a secret, as a part of a regular expression. */
export const secretWord =
  '(?:(?:api|auth|access|secret|private)-?)?(?:keys?|token)|secrets?|password|passwd|passphrase|authorization|auth|cookie|credentials?|jwt|bearer';

/** What signs a request is as good as a key; in bodies, signatures are of thoughts and files. */
const otherWords: Readonly<Record<SecretPlace, string>> = {
  header: '|signature|sig',
  query: '|signature|sig|code',
  field: '',
};

/** Keys that open nothing, and tokens that are pieces of text or pages of a list. */
const harmless =
  /(^|-)((idempotency|cache|partition|sort|primary|foreign|public)-keys?|(bos|eos|pad|unk|sep|cls|mask|stop|start|end|next|prev|page|image|audio|video)-token)$/;

/**
 * Whether what goes by this name is a secret: the one definition for headers, query parameters and the fields of JSON.
 * Only whole words count: `x-api-key`, `apiKey` and `X-Tenant-Token` are secrets; `keep-alive`, `x-author`, `max_tokens`
 * and `x-portkey-provider` are none.
 */
export function isSecretName(name: string, place: SecretPlace): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[_. ]/g, '-')
    .toLowerCase();
  return patterns[place].test(words) && !harmless.test(words);
}

const patterns: Readonly<Record<SecretPlace, RegExp>> = {
  header: patternOf('header'),
  query: patternOf('query'),
  field: patternOf('field'),
};

function patternOf(place: SecretPlace): RegExp {
  return new RegExp(`(^|-)(${secretWord}${otherWords[place]})$`);
}
