import { t } from '@vscode/l10n';
import { describeModel } from './describe-model';
import type { ModelRow } from './model-rows';

/** A line as a picker shows it; what is in it is found by typing. */
export interface ModelItem<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly row: ModelRow<T>;
}

/** The lines' texts. A model has two lines: its identifier with icons and name, and the facts in words with its place. */
export function modelItems<T>(rows: readonly ModelRow<T>[]): readonly ModelItem<T>[] {
  return rows.map((row) => {
    switch (row.type) {
      case 'heading':
        return { label: row.label, row };
      case 'model':
        return { ...modelText(row), row };
      case 'failure': {
        const { sentence, detail, needsKey } = row.reason;
        return {
          label: `$(warning) ${sentence}`,
          ...(needsKey && { description: t('Set API key') }),
          ...(detail && { detail }),
          row,
        };
      }
    }
  });
}

function modelText<T>({ entry, isCurrent }: Extract<ModelRow<T>, { type: 'model' }>): {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
} {
  const { icons, words } = describeModel(entry.capabilities);
  const notes = [icons, entry.name ?? '', isCurrent ? t('current') : ''].filter((note) => note !== '');
  return {
    label: entry.id,
    description: notes.join('  '),
    detail: [words, entry.place].filter((part) => part !== '').join(' · '),
  };
}
