import { t } from '@vscode/l10n';
import type { UsageReport, UsageSums } from '../../src/shared/usage-report';
import { formatMoney, formatRequests, formatTokens } from './format-sums';

/** Today, this month and everything. */
export function Totals({ report }: { readonly report: UsageReport }) {
  return (
    <dl class="totals">
      <Total name={t('Today')} sums={report.today} />
      <Total name={t('This month')} sums={report.month} />
      <Total name={t('In total')} sums={report.total} />
    </dl>
  );
}

function Total({ name, sums }: { readonly name: string; readonly sums: UsageSums }) {
  return (
    <div class="total">
      <dt>{name}</dt>
      <dd>
        <span class="total-money">{formatMoney(sums)}</span>
        <span class="quiet">
          {`${t('{0} tokens', formatTokens(sums.inputTokens + sums.outputTokens, sums))}, ${formatRequests(sums.requests)}`}
        </span>
      </dd>
    </div>
  );
}
