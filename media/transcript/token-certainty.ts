import { t } from '@vscode/l10n';
import { language } from '../../src/shared/language';

const percent = new Intl.NumberFormat(language(), { style: 'percent' });

/** How likely a token was, from 5, nearly certain, down to 1. */
export type Certainty = 1 | 2 | 3 | 4 | 5;

/** Each level with the probability from which it counts, the likeliest first. */
export const certainties: readonly { readonly level: Certainty; readonly from: number; readonly label: string }[] = [
  { level: 5, from: 0.95, label: t('{0} or more', percent.format(0.95)) },
  { level: 4, from: 0.8, label: percent.format(0.8) },
  { level: 3, from: 0.5, label: percent.format(0.5) },
  { level: 2, from: 0.2, label: percent.format(0.2) },
  { level: 1, from: 0, label: t('below {0}', percent.format(0.2)) },
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
  if (probability < 0.01) {
    return t('under {0}', percent.format(0.01));
  }
  return probability > 0.99 && probability < 1 ? t('over {0}', percent.format(0.99)) : percent.format(probability);
}

/** A token where it has to be seen: blanks and line breaks by their signs. */
export function visibleToken(token: string): string {
  return token.replace(/ /g, '·').replace(/\n/g, '↵').replace(/\t/g, '→');
}
