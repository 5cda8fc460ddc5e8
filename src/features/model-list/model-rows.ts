import { t } from '@vscode/l10n';
import type { FailureReason } from '../model-test/failure-reason';
import type { ModelEntry, ModelSection } from './model-section';

export type ModelRow<T> =
  | { readonly type: 'heading'; readonly label: string }
  | {
      readonly type: 'model';
      readonly entry: ModelEntry<T>;
      readonly isCurrent: boolean;
      readonly isPinned: boolean;
    }
  | { readonly type: 'failure'; readonly section: string; readonly reason: FailureReason };

export interface ModelRowsOptions<T> {
  readonly sections: readonly ModelSection<T>[];
  /** Key of the model that answers now; absent when it is in no section. */
  readonly current: string | undefined;
  /** Keys, in the order in which they were pinned. */
  readonly pinned: readonly string[];
  /** Keys, the latest first. */
  readonly recent: readonly string[];
}

/**
 * Lines of the model picker: the current model, the pinned ones, those used lately, then each place with the rest of its
 * models. Each model has one line. What went wrong with a list is a line of its own.
 */
export function modelRows<T>({ sections, current, pinned, recent }: ModelRowsOptions<T>): readonly ModelRow<T>[] {
  const entries = new Map(sections.flatMap((section) => section.entries.map((entry) => [entry.key, entry])));
  const isPinned = new Set(pinned);
  const shown = new Set<string>();
  const take = (keys: readonly string[]): readonly ModelRow<T>[] =>
    keys.flatMap((key) => {
      const entry = entries.get(key);
      if (!entry || shown.has(key)) {
        return [];
      }
      shown.add(key);
      return [{ type: 'model', entry, isCurrent: key === current, isPinned: isPinned.has(key) } as const];
    });
  return [
    ...take(current === undefined ? [] : [current]),
    ...under(t('Pinned'), take(pinned)),
    ...under(t('Recent'), take(recent)),
    ...sections.flatMap((section) =>
      under(section.label, [
        ...take(section.entries.map(({ key }) => key)),
        ...(section.failure ? [{ type: 'failure', section: section.label, reason: section.failure } as const] : []),
      ]),
    ),
  ];
}

function under<T>(label: string, rows: readonly ModelRow<T>[]): readonly ModelRow<T>[] {
  return rows.length === 0 ? [] : [{ type: 'heading', label }, ...rows];
}
