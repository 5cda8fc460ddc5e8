import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LoadedPicture } from '../lightbox/viewed-picture';
import type { Size } from '../../src/shared/region';

/** Two pictures over each other from their upper left corners, and a line between them that is moved. */
export function PictureStack({
  first,
  second,
}: {
  readonly first: LoadedPicture;
  readonly second: LoadedPicture;
}): JSX.Element {
  const [split, setSplit] = useState(50);
  const canvas = both(first, second);
  return (
    // The line goes from left to right, as the pictures do, in every language.
    <div class="compare-canvas" dir="ltr" style={{ ...frameOf(canvas), '--split': `${split}%` }}>
      {[first, second].map((picture, index) => (
        <div key={index} class={index === 0 ? 'compare-left' : 'compare-right'}>
          <img class="compare-layer" src={picture.url} alt="" draggable={false} style={layerOf(picture, canvas)} />
        </div>
      ))}
      <input
        class="compare-range"
        type="range"
        aria-label={t('Line between the pictures')}
        aria-valuetext={t('{0} % of the first picture', split)}
        min={0}
        max={100}
        value={split}
        onInput={({ currentTarget }) => setSplit(currentTarget.valueAsNumber)}
      />
      <span class="compare-line" />
    </div>
  );
}

/** As large as there is room, never larger than its pixels. */
export function frameOf({ width, height }: Size): { readonly maxWidth: string; readonly aspectRatio: string } {
  return { maxWidth: `min(${width}px, ${(60 * width) / height}vh)`, aspectRatio: `${width} / ${height}` };
}

export function frameOfBoth(first: Size, second: Size): ReturnType<typeof frameOf> {
  return frameOf(both(first, second));
}

function both(first: Size, second: Size): Size {
  return { width: Math.max(first.width, second.width), height: Math.max(first.height, second.height) };
}

function layerOf({ width, height }: Size, canvas: Size): { readonly width: string; readonly height: string } {
  return { width: `${(100 * width) / canvas.width}%`, height: `${(100 * height) / canvas.height}%` };
}
