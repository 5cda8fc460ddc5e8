import { t } from '@vscode/l10n';
import type { BudgetView } from '../../src/shared/usage-report';
import { formatDollars } from '../format/format-money';

/** How much of the month's budget is used, and the way to change it. */
export function BudgetBar({
  budget,
  onChange,
}: {
  readonly budget: BudgetView | undefined;
  readonly onChange: () => void;
}) {
  return (
    <section class="budget" aria-label={t('Monthly budget')}>
      <div class="budget-line">
        <span>{budget ? describe(budget) : t('No monthly budget is set.')}</span>
        <button type="button" class="button button-secondary" onClick={onChange}>
          {budget ? t('Change Budget…') : t('Set a Budget…')}
        </button>
      </div>
      {budget && <Bar budget={budget} />}
    </section>
  );
}

function Bar({ budget }: { readonly budget: BudgetView }) {
  const percent = percentOf(budget);
  const level = percent >= 100 ? 'reached' : percent >= 80 ? 'near' : 'within';
  return (
    <div
      class="budget-bar"
      role="meter"
      aria-label={t('Budget used')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.min(100, percent)}
      aria-valuetext={`${percent}\u00a0%`}
    >
      <div class={`budget-used budget-${level}`} style={{ width: `${Math.min(100, percent)}%` }} />
    </div>
  );
}

function describe(budget: BudgetView): string {
  const { dollars, spent } = budget;
  const used = t(
    '{0} of {1} used this month ({2} %).',
    formatDollars(spent),
    formatDollars(dollars),
    percentOf(budget),
  );
  return spent >= dollars ? `${used} ${t('Models that cost money do not answer until you raise the budget.')}` : used;
}

/** Rounded down: 100 is reached, not nearly reached. */
function percentOf({ dollars, spent }: BudgetView): number {
  return spent >= dollars && dollars === 0 ? 100 : Math.floor((spent / dollars) * 100);
}
