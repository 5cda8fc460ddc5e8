import { t } from '@vscode/l10n';
import type { ModelTarget } from '../../model/model-target';
import type { Remedy, RemedyKind, TrayLimit, TrayWarning } from '../../shared/attachment/tray-warning';
import { changesFor, type OptionsChange, type OptionsRemedy } from './changes';
import { findExcess, type AskedNext, type Attached, type Excess } from './excess';

/** What the person can do about each limit, the gentlest first. Another model has other limits, and another price. */
const remediesFor: Readonly<Record<TrayLimit, readonly RemedyKind[]>> = {
  context: ['smaller', 'lowDetail', 'fewerPages', 'fewerFrames', 'textOnly', 'otherModel', 'remove'],
  pictureSize: ['smaller', 'otherModel', 'remove'],
  pictures: ['fewerPages', 'fewerFrames', 'textOnly', 'otherModel', 'remove'],
  manyPictures: ['smaller', 'fewerPages', 'fewerFrames', 'textOnly', 'otherModel', 'remove'],
  bytes: ['smaller', 'fewerPages', 'fewerFrames', 'textOnly', 'otherModel', 'remove'],
  budget: ['smaller', 'lowDetail', 'fewerPages', 'fewerFrames', 'textOnly', 'otherModel', 'remove'],
};

/** What becomes of the tray when a remedy is taken. */
export type RemedyEffect =
  | { readonly type: 'options'; readonly changes: readonly OptionsChange[] }
  | { readonly type: 'remove'; readonly id: string }
  | { readonly type: 'otherModel' };

/** Warnings about the next question, each with what helps. Pure. */
export function trayWarnings(asked: AskedNext): readonly TrayWarning[] {
  return findExcess(asked).map((excess) => ({
    limit: excess.limit,
    isOver: excess.isOver,
    text: excess.text,
    remedies: remediesFor[excess.limit].flatMap((kind) => {
      const effect = effectOf(kind, excess, asked);
      return effect ? [{ kind, label: labelOf(kind, effect, asked.attached) } satisfies Remedy] : [];
    }),
  }));
}

/** What a remedy of a warning does now; undefined where the warning or the remedy is there no more. */
export function remedyEffect(asked: AskedNext, limit: TrayLimit, kind: RemedyKind): RemedyEffect | undefined {
  const excess = findExcess(asked).find((candidate) => candidate.limit === limit);
  return excess && remediesFor[limit].includes(kind) ? effectOf(kind, excess, asked) : undefined;
}

function effectOf(kind: RemedyKind, excess: Excess, asked: AskedNext): RemedyEffect | undefined {
  const [largest] = excess.ids;
  switch (kind) {
    case 'otherModel':
      return { type: 'otherModel' };
    case 'remove':
      return largest === undefined ? undefined : { type: 'remove', id: largest };
    case 'smaller':
    case 'lowDetail':
    case 'fewerPages':
    case 'fewerFrames':
    case 'textOnly':
      return optionsEffect(kind, excess, { attached: asked.attached, target: asked.target });
  }
}

function optionsEffect(
  kind: OptionsRemedy,
  { ids }: Excess,
  { attached, target }: { readonly attached: readonly Attached[]; readonly target: ModelTarget },
): RemedyEffect | undefined {
  const concerned = attached.map(({ attachment }) => attachment).filter(({ id }) => ids.includes(id));
  const changes = changesFor(kind, concerned, target);
  return changes.length > 0 ? { type: 'options', changes } : undefined;
}

function labelOf(kind: RemedyKind, effect: RemedyEffect, attached: readonly Attached[]): string {
  const count = effect.type === 'options' ? effect.changes.length : 1;
  switch (kind) {
    case 'smaller':
      return count === 1 ? t('Make the picture smaller') : t('Make {0} pictures smaller', count);
    case 'lowDetail':
      return t('Low detail');
    case 'fewerPages':
      return t('Half of the pages');
    case 'fewerFrames':
      return t('Half of the frames');
    case 'textOnly':
      return t('Text only');
    case 'otherModel':
      return t('Other model');
    case 'remove':
      return t('Remove {0}', nameOf(effect, attached));
  }
}

function nameOf(effect: RemedyEffect, attached: readonly Attached[]): string {
  const id = effect.type === 'remove' ? effect.id : '';
  return attached.find(({ attachment }) => attachment.id === id)?.attachment.name ?? '';
}
