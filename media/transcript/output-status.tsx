import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { OutputCheck } from '../../src/shared/answer-parts';
import { Icon } from '../icons/icon';

/** Whether the answer is the JSON that was asked for. */
export function OutputStatus({ output }: { readonly output: OutputCheck }): JSX.Element {
  const { format, problems } = output;
  return problems.length === 0 ? (
    <p class="output-status">
      <Icon name="check" />
      {format === 'json_schema' ? t('Fits the schema') : t('Valid JSON')}
    </p>
  ) : (
    <section class="output-problems" aria-label={t('Problems of the output')}>
      <p class="output-status output-wrong">
        <Icon name="warning" />
        {format === 'json_schema' ? t('Does not fit the schema') : t('Not the JSON that was asked for')}
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={problem} dir="auto">
            {problem}
          </li>
        ))}
      </ul>
    </section>
  );
}
