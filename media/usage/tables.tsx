import { t } from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { ChatUsage, ModelUsage, UsageSpan, UsageSums } from '../../src/shared/usage-report';
import { formatCount, formatMoney, formatTokens } from './format-sums';
import { formatSpan } from './format-span';

export function ModelTable({ models }: { readonly models: readonly ModelUsage[] }) {
  return (
    <UsageTable
      title={t('By model')}
      head={t('Model')}
      rows={models.map(({ endpoint, model, sums }) => ({
        key: JSON.stringify([endpoint, model]),
        name: (
          <>
            {model} <span class="quiet">{endpoint}</span>
          </>
        ),
        sums,
      }))}
    />
  );
}

export function ChatTable({ chats }: { readonly chats: readonly ChatUsage[] }) {
  return (
    <UsageTable
      title={t('By chat')}
      head={t('Chat')}
      rows={chats.map(({ conversationId, title, sums }) => ({
        key: conversationId ?? '',
        name: title ?? <em>{conversationId === undefined ? t('Outside of chats') : t('A deleted chat')}</em>,
        sums,
      }))}
    />
  );
}

/** The latest first; those without a request are left out. */
export function SpanTable({ spans, byMonth }: { readonly spans: readonly UsageSpan[]; readonly byMonth: boolean }) {
  return (
    <UsageTable
      title={byMonth ? t('By month') : t('By day')}
      head={byMonth ? t('Month') : t('Day')}
      rows={spans
        .filter(({ sums }) => sums.requests > 0)
        .reverse()
        .map(({ name, sums }) => ({ key: name, name: formatSpan(name), sums }))}
    />
  );
}

interface Row {
  readonly key: string;
  readonly name: ComponentChildren;
  readonly sums: UsageSums;
}

function UsageTable({
  title,
  head,
  rows,
}: {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly Row[];
}) {
  const id = useId();
  return (
    <section class="usage-section">
      <h2 id={id}>{title}</h2>
      <div class="usage-table">
        <table aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{t('Money')}</th>
              <th scope="col">{t('Input')}</th>
              <th scope="col">{t('Output')}</th>
              <th scope="col">{t('Requests')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, sums }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{formatMoney(sums)}</td>
                <td>
                  {formatTokens(sums.inputTokens, sums)}
                  <Part value={sums.cachedInputTokens} text={(count) => t('{0} cached', count)} />
                  <Part value={sums.audioTokens} text={(count) => t('{0} sound, both ways', count)} />
                </td>
                <td>
                  {formatTokens(sums.outputTokens, sums)}
                  <Part value={sums.reasoningTokens} text={(count) => t('{0} reasoning', count)} />
                </td>
                <td>{formatCount(sums.requests)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Part({ value, text }: { readonly value: number; readonly text: (count: string) => string }) {
  return value > 0 ? <div class="quiet">{text(formatCount(value))}</div> : null;
}
