import type { FoundSecret } from '../../shared/attachment/secrets';
import type { SecretMatch } from '../secret-service';

type Rule = readonly [RegExp, FoundSecret];

const rules: readonly Rule[] = [
  // Of a Google service: secretlint has only those of service accounts.
  [/(?<![\w-])AIza[\w-]{35}(?![\w-])/g, { kind: 'key', issuer: 'Google' }],
  // JSON web token (RFC 7519): two JSON objects and a signature, in base64url.
  [/(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}/g, { kind: 'key' }],
  // What follows the word in a header (RFC 6750); shorter ones stand in documentation.
  [/(?<=\bBearer[ \t]+)(?=[\w.~+/-]*\d)[\w.~+/-]{24,}=*/g, { kind: 'key' }],
  // A key (RFC 7468) whose end may be cut off, and whose dashes may be misread in a picture.
  [
    /-{2,}\s?BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY\s?-{2,}(?:\s|\\n)*(?:[A-Za-z0-9+/=]{16,}(?:\s|\\n)*)+(?:-{2,}\s?END (?:[A-Z]+ ){0,3}PRIVATE KEY\s?-{2,})?/g,
    { kind: 'privateKey' },
  ],
];

/** Keys that show by their form, or by the word before them, and are not among secretlint's. */
export function findTokens(text: string): readonly SecretMatch[] {
  return rules.flatMap(([pattern, secret]) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
      ...secret,
      start: index,
      end: index + found.trimEnd().length,
    })),
  );
}
