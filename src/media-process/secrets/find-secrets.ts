import type { SecretMatch } from '../secret-service';

/** What may be a secret in a text: what the rules of others tell, and e-mail addresses. */
export async function findSecrets({ text }: { readonly text: string }): Promise<readonly SecretMatch[]> {
  const [{ lintText }, { findEmailAddresses }, { findTokens }] = await Promise.all([
    import('./lint-text'),
    import('./email-addresses'),
    import('./tokens'),
  ]);
  return withoutOverlaps([...(await lintText(text)), ...findTokens(text), ...findEmailAddresses(text)]);
}

/** What overlaps becomes one: of the kind that came first, as long as all of them. */
function withoutOverlaps(matches: readonly SecretMatch[]): readonly SecretMatch[] {
  const joined: SecretMatch[] = [];
  for (const match of matches) {
    const index = joined.findIndex((other) => other.start < match.end && match.start < other.end);
    const other = joined[index];
    if (other) {
      joined[index] = { ...other, start: Math.min(other.start, match.start), end: Math.max(other.end, match.end) };
    } else {
      joined.push(match);
    }
  }
  return joined.sort((first, second) => first.start - second.start);
}
