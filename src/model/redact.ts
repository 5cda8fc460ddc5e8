import { isSecretName, secretWord } from '../shared/secret-names';
import { hiddenSecret } from './secret-fields';

/** Removes keys and media from text that is shown, logged or kept. */
export type Redact = (text: string) => string;

/** Shorter ones, such as the `ollama` and `EMPTY` of local servers, are no secrets: removing them would eat words. */
const shortestSecret = 8;

type Pattern = readonly [RegExp, string | ((...groups: string[]) => string)];

/** Names that are ordinary words before a colon. */
const ordinaryName = /^(keys?|auth|bearer|credentials?|jwt)$/i;

/**
 * Patterns of secrets that were not told to us: a server may echo a request, or write of other keys. Media and other
 * long runs go first, so that the later patterns, which look back, only ever see short words.
 */
const patterns: readonly Pattern[] = [
  // Terminal colours and other control characters do not belong into a log either.
  [/\u001b\[[0-9;?]*[A-Za-z]|[\u0000-\u0008\u000b-\u001f\u007f]/g, ''],
  [/(data:[\w.+-]{1,60}\/[\w.+-]{1,60}[^,\s]{0,100};base64,)[A-Za-z0-9+/=_%\\-]+/g, '$1…'],
  [/[A-Za-z0-9+/_-]{200,}={0,2}/g, '[long text removed]'],
  [/\b([Bb]earer|Basic)\s+[\w.~+/=-]{6,}/g, `$1 ${hiddenSecret}`],
  [
    new RegExp(
      `\\b((?:api )?[\\w-]*(?:${secretWord}))(\\\\*["']?\\s*[:=]\\s*\\\\*["']?)(?!Bearer |Basic )[^\\s"',;&\\\\]{4,}`,
      'gi',
    ),
    (whole, name = '', between = '') =>
      isSecretName(name, 'header') && !ordinaryName.test(name) ? `${name}${between}${hiddenSecret}` : whole,
  ],
  [
    /([?&])([\w.-]+)=[^&\s#"']+/g,
    (whole, before = '', name = '') => (isSecretName(name, 'query') ? `${before}${name}=${hiddenSecret}` : whole),
  ],
  [/\b(?:sk|rk|xai|gsk|hf|ghp|gho|glpat|xoxb)[-_][\w*.-]{6,}/g, hiddenSecret],
  [/\bAIza[\w-]{20,}/g, hiddenSecret],
];

/** `secrets` are the exact values that were sent, whatever they look like. */
export function createRedactor(secrets: readonly string[]): Redact {
  return createRemover(secrets, patterns);
}

/** Removes these secrets and nothing else: for bodies that are shown as they went over the wire. */
export function createSecretRemover(secrets: readonly string[]): Redact {
  return createRemover(secrets, []);
}

function createRemover(secrets: readonly string[], removes: readonly Pattern[]): Redact {
  const known = [...new Set(secrets.filter((secret) => secret.length >= shortestSecret).flatMap(spellings))].sort(
    (first, second) => second.length - first.length,
  );
  return (text) => {
    let result = text;
    for (const secret of known) {
      result = result.replaceAll(secret, hiddenSecret);
    }
    for (const [pattern, replacement] of removes) {
      result =
        typeof replacement === 'string' ? result.replace(pattern, replacement) : result.replace(pattern, replacement);
    }
    return result;
  };
}

function spellings(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret, 'utf8').toString('base64'),
  ];
}
