/** Removes keys and media from text that is shown, logged or kept. */
export type Redact = (text: string) => string;

const removed = '[redacted]';

/** Shorter ones are no secrets, and removing them would eat ordinary words. */
const shortestSecret = 4;

type Pattern = readonly [RegExp, string];

const authorization: Pattern = [/\b([Bb]earer|Basic)\s+[\w.~+/=-]{6,}/g, `$1 ${removed}`];

/** What is a key by its looks alone. */
const keys: readonly Pattern[] = [
  [/\b(?:sk|rk|xai|gsk|hf|ghp|gho|glpat|xoxb)[-_][\w*.-]{6,}/g, removed],
  [/\bAIza[\w-]{20,}/g, removed],
];

/**
 * Patterns of secrets that were not told to us: a server may echo a request, or write of other keys. Media and other
 * long runs go first, so that the later patterns, which look back, only ever see short words.
 */
const patterns: readonly Pattern[] = [
  // Terminal colours and other control characters do not belong into a log either.
  [/\u001b\[[0-9;?]*[A-Za-z]|[\u0000-\u0008\u000b-\u001f\u007f]/g, ''],
  [/(data:[\w.+-]{1,60}\/[\w.+-]{1,60}[^,\s]{0,100};base64,)[A-Za-z0-9+/=_%\\-]+/g, '$1…'],
  [/[A-Za-z0-9+/_-]{200,}={0,2}/g, '[long text removed]'],
  authorization,
  [
    /(\b[\w-]*(?:authorization|api[-_ ]?key|token|secret|password|cookie)\b["']?\s*[:=]\s*["']?)(?!Bearer |Basic )[^\s"',;&]{4,}/gi,
    `$1${removed}`,
  ],
  [/([?&](?:key|sig|signature|code|subscription-key)=)[^&\s#"']+/gi, `$1${removed}`],
  ...keys,
];

/** `secrets` are the exact values that were sent, whatever they look like. */
export function createRedactor(secrets: readonly string[]): Redact {
  return createRemover(secrets, patterns);
}

/**
 * Removes these secrets and what is a key by its looks, and leaves everything else as it is: for bodies that are shown
 * as they went over the wire.
 */
export function createKeyRemover(secrets: readonly string[]): Redact {
  return createRemover(secrets, [authorization, ...keys]);
}

function createRemover(secrets: readonly string[], removes: readonly Pattern[]): Redact {
  const known = [...new Set(secrets.filter((secret) => secret.length >= shortestSecret).flatMap(spellings))].sort(
    (first, second) => second.length - first.length,
  );
  return (text) => {
    let result = text;
    for (const secret of known) {
      result = result.replaceAll(secret, removed);
    }
    for (const [pattern, replacement] of removes) {
      result = result.replace(pattern, replacement);
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
