import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { formatPixels } from '../format/format-size';
import type { LoadedPicture, ViewedPicture } from '../lightbox/viewed-picture';
import { useServices } from '../services';
import type { ComparablePicture } from './comparable';
import { nameOfDifference } from './facts';
import { frameOf, frameOfBoth, PictureStack } from './picture-stack';
import type { ComparisonState } from './use-comparison';

export const modes = ['sides', 'slider', 'difference'] as const;
export type CompareMode = (typeof modes)[number];

export interface ComparedSide extends ComparablePicture {
  readonly picture: LoadedPicture;
}

interface CompareViewProps {
  readonly mode: CompareMode;
  readonly first: ComparedSide;
  readonly second: ComparedSide;
  readonly state: ComparisonState;
}

/** Two pictures in one of the ways to compare them. */
export function CompareView({ mode, first, second, state }: CompareViewProps): JSX.Element | null {
  switch (mode) {
    case 'sides':
      return (
        <div class="compare-sides">
          <Side side={first} />
          <Side side={second} />
        </div>
      );
    case 'slider':
      return (
        <figure class="compare-figure">
          <PictureStack first={first.picture} second={second.picture} />
          <figcaption
            class="compare-ends"
            dir="ltr"
            style={{ maxWidth: frameOfBoth(first.picture, second.picture).maxWidth }}
          >
            <bdi>{first.name}</bdi>
            <bdi>{second.name}</bdi>
          </figcaption>
        </figure>
      );
    case 'difference':
      return state.status === 'loaded' ? (
        <figure class="compare-figure">
          <Enlargeable
            viewed={{
              from: 'store',
              name: nameOfDifference(first.name, second.name),
              picture: state.comparison.difference,
            }}
            label={t('See the difference of {0} and {1} large', first.name, second.name)}
            picture={state.difference}
          />
          <figcaption class="quiet">
            {t('What differs is red; yellow are edges that are only smoothed otherwise.')}
          </figcaption>
        </figure>
      ) : null;
  }
}

function Side({ side: { id, name, picture } }: { readonly side: ComparedSide }): JSX.Element {
  return (
    <figure class="compare-figure">
      <Enlargeable viewed={{ from: 'attachment', id }} label={t('See {0} large', name)} picture={picture} />
      <figcaption>
        <bdi>{name}</bdi> <span class="quiet">{formatPixels(picture)}</span>
      </figcaption>
    </figure>
  );
}

interface EnlargeableProps {
  readonly viewed: ViewedPicture;
  readonly label: string;
  readonly picture: LoadedPicture;
}

/** A picture that a click shows large. */
function Enlargeable({ viewed, label, picture }: EnlargeableProps): JSX.Element {
  const { openPicture } = useServices();
  return (
    <button type="button" class="enlarge compare-enlarge" aria-label={label} onClick={() => openPicture(viewed)}>
      <img class="compare-canvas" src={picture.url} alt="" style={frameOf(picture)} />
    </button>
  );
}
