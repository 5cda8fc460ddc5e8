import { t } from '@vscode/l10n';

/** How likely a token was, from 5, nearly certain, down to 1. */
export type Certainty = 1 | 2 | 3 | 4 | 5;

/** Each level with the probability from which it counts, the likeliest first. */
export const certainties: readonly { readonly level: Certainty; readonly from: number; readonly label: string }[] = [
  { level: 5, from: 0.95, label: t('95% or more') },
  { level: 4, from: 0.8, label: '80%' },
  { level: 3, from: 0.5, label: '50%' },
  { level: 2, from: 0.2, label: '20%' },
  { level: 1, from: 0, label: t('below 20%') },
];

/** @param probability from 0 to 1 */
export function certaintyOf(probability: number): Certainty {
  return certainties.find(({ from }) => probability >= from)?.level ?? 1;
}

/** From a natural logarithm to 0…1, whatever a server sends. */
export function probabilityOf(logprob: number): number {
  return Number.isNaN(logprob) ? 0 : Math.min(1, Math.exp(logprob));
}

/** `62%`, `over 99%`, `under 1%`. */
export function formatProbability(probability: number): string {
  const percent = Math.round(probability * 100);
  if (probability < 0.01) {
    return t('under 1%');
  }
  return probability > 0.99 && probability < 1 ? t('over 99%') : `${percent}%`;
}

/** A token where it has to be seen: blanks and line breaks by their signs. */
export function visibleToken(token: string): string {
  return token.replace(/ /g, '·').replace(/\n/g, '↵').replace(/\t/g, '→');
}
