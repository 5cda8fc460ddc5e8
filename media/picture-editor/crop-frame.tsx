import type { ComponentChildren, JSX } from 'preact';
import type { Region, Size } from '../../src/shared/region';

interface CropFrameProps {
  readonly region: Region;
  readonly picture: Size;
  readonly children: ComponentChildren;
}

/** What is kept of the picture; the rest is dimmed. */
export function CropFrame({ region, picture, children }: CropFrameProps): JSX.Element {
  const { left, top, width, height } = region;
  return (
    <div class="crop-frame">
      <div
        class="crop-region"
        data-grip="region"
        style={{
          left: `${(100 * left) / picture.width}%`,
          top: `${(100 * top) / picture.height}%`,
          width: `${(100 * width) / picture.width}%`,
          height: `${(100 * height) / picture.height}%`,
        }}
      />
      {children}
    </div>
  );
}
