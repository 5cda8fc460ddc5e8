import { t } from '@vscode/l10n';
import { useState } from 'preact/hooks';
import { usagePeriods, type UsagePeriod, type UsageReport } from '../../src/shared/usage-report';
import { BudgetBar } from './budget-bar';
import { Chart } from './chart';
import { Choice } from '../controls/choice';
import { ComparisonTable } from './comparison-table';
import type { UsageHost } from './host';
import { Legend } from './legend';
import { measures, type SavedChoice } from './saved-choice';
import { isMonth } from './format-span';
import { ChatTable, ModelTable, SpanTable } from './tables';
import { Totals } from './totals';

const periodNames: Readonly<Record<UsagePeriod, string>> = {
  month: t('This month'),
  last30Days: t('Last 30 days'),
  all: t('All'),
};

const measureNames = { money: t('Money'), tokens: t('Tokens') } as const;

/** Everything that requests have used, for a period that the person chooses. */
export function UsagePage({ report, host }: { readonly report: UsageReport; readonly host: UsageHost }) {
  const [chosen, setChosen] = useState(() => host.savedChoice());
  const choice: SavedChoice = chosen ?? { period: 'month', measure: report.total.dollars > 0 ? 'money' : 'tokens' };
  const choose = (change: Partial<SavedChoice>): void => {
    const changed = { ...choice, ...change };
    setChosen(changed);
    host.saveChoice(changed);
  };
  const usage = report.periods[choice.period];
  const isEmpty = report.total.requests === 0;
  const byMonth = usage.spans.some(({ name }) => isMonth(name));
  return (
    <main class="usage">
      <div class="usage-head">
        <h1>{t('Usage')}</h1>
        {!isEmpty && (
          <div class="buttons">
            <button
              type="button"
              class="button button-secondary"
              onClick={() => host.post({ type: 'exportRequested' })}
            >
              {t('Export CSV…')}
            </button>
            <button type="button" class="button button-secondary" onClick={() => host.post({ type: 'clearRequested' })}>
              {t('Clear…')}
            </button>
          </div>
        )}
      </div>
      <BudgetBar budget={report.budget} onChange={() => host.post({ type: 'budgetOpened' })} />
      {isEmpty ? (
        <p class="usage-empty">
          {t(
            'Nothing has been counted yet. Once a model has answered, its tokens and its price appear here. The built-in reader sends nothing, costs nothing and is not counted.',
          )}
        </p>
      ) : (
        <>
          <Totals report={report} />
          <div class="usage-choices">
            <Choice
              label={t('Period')}
              options={usagePeriods}
              names={periodNames}
              chosen={choice.period}
              onChoose={(period) => choose({ period })}
            />
            <Choice
              label={t('Chart')}
              options={measures}
              names={measureNames}
              chosen={choice.measure}
              onChoose={(measure) => choose({ measure })}
            />
          </div>
          {usage.sums.requests === 0 ? (
            <p class="usage-empty">{t('Nothing was asked in this time.')}</p>
          ) : (
            <>
              <Chart spans={usage.spans} measure={choice.measure} />
              <ModelTable models={usage.models} />
              <ComparisonTable models={usage.models} />
              <ChatTable chats={usage.chats} />
              <SpanTable spans={usage.spans} byMonth={byMonth} />
              <Legend sums={usage.sums} />
            </>
          )}
        </>
      )}
    </main>
  );
}
