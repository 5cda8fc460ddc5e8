import { t } from '@vscode/l10n';
import { ModelError } from '../model/model-error';
import type { ModelPrice } from '../shared/capabilities';
import { language } from '../shared/language';
import { localDay, monthOf } from './local-day';
import type { UsageEntry } from './usage-entry';
import { sumUsage } from './usage-sums';

/** The part of a budget at which the person is warned. */
const warningShare = 0.8;

export type BudgetLevel = 'within' | 'nearlyReached' | 'reached';

export function budgetLevel(budget: number, spent: number): BudgetLevel {
  if (spent >= budget) {
    return 'reached';
  }
  return spent >= budget * warningShare ? 'nearlyReached' : 'within';
}

/**
 * A model on this machine is free unless a price is known. Any other may cost money unless its price is nothing, because a
 * stop that lets unknown prices through is none.
 */
export function mayCostMoney(price: ModelPrice | undefined, isLocal: boolean): boolean {
  return price ? Object.values(price).some((dollars) => dollars > 0) : !isLocal;
}

/** Whom a request is for. */
export interface BudgetedModel {
  readonly endpoint: string;
  readonly model: string;
  /** By its price and its place; that a server has charged for it counts too. */
  readonly mayCostMoney: boolean;
}

export interface BudgetOptions {
  /** US dollars for a month; undefined when there is no budget. */
  readonly budget: () => number | undefined;
  /** What was recorded in a month such as `2026-11`. */
  readonly recorded: (month: string) => Promise<readonly UsageEntry[]>;
}

/**
 * Throws `ModelError` of kind `budgetReached` once this month's requests have cost the budget and the next may cost money
 * too: by what is known of the model, or because its server has charged for it this month, as a gateway on this machine
 * may. Requests that are under way then go on: their cost is known when they end.
 */
export async function checkBudget({ budget, recorded }: BudgetOptions, asked: BudgetedModel): Promise<void> {
  const dollars = budget();
  if (dollars === undefined) {
    return;
  }
  const now = Date.now();
  const entries = await recorded(monthOf(localDay(now)));
  const { dollars: spent } = sumUsage(entries);
  if (budgetLevel(dollars, spent) === 'reached' && (asked.mayCostMoney || hasCharged(entries, asked))) {
    const month = new Intl.DateTimeFormat(language(), { month: 'long', year: 'numeric' }).format(now);
    throw new ModelError(
      'budgetReached',
      t('The budget of {0} for {1} is used up ({2} so far).', formatBudget(dollars), month, formatBudget(spent)),
    );
  }
}

/** US dollars that this month's requests may still cost, below 0 where they cost more; undefined when there is no budget. */
export async function dollarsLeft({ budget, recorded }: BudgetOptions): Promise<number | undefined> {
  const dollars = budget();
  return dollars === undefined ? undefined : dollars - sumUsage(await recorded(monthOf(localDay(Date.now())))).dollars;
}

function hasCharged(entries: readonly UsageEntry[], asked: BudgetedModel): boolean {
  return entries.some(
    ({ endpoint, model, usage: { cost } }) =>
      endpoint === asked.endpoint && model === asked.model && cost?.source === 'server' && cost.dollars > 0,
  );
}

/** As `$12.50`, and `$0.0042` where cents would show nothing. */
export function formatBudget(dollars: number): string {
  const isSmall = dollars > 0 && dollars < 0.1;
  const digits = isSmall ? { maximumSignificantDigits: 2 } : {};
  return new Intl.NumberFormat(language(), { style: 'currency', currency: 'USD', ...digits }).format(dollars);
}
