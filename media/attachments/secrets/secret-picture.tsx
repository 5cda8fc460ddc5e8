import type { JSX } from 'preact';
import type { SecretCheck } from '../../../src/shared/attachment/secrets';
import { usePicture } from '../../lightbox/use-picture';

interface SecretPictureProps {
  readonly id: string;
  readonly check: Extract<SecretCheck, { readonly status: 'found' }>;
  /** What is shown until all pixels are there. */
  readonly children: JSX.Element;
}

/** A picture with a box around each place where something may be secret. What it is, the sentence beside it says. */
export function SecretPicture({ id, check, children }: SecretPictureProps): JSX.Element {
  const state = usePicture({ from: 'attachment', id });
  const { findings, size } = check;
  if (state.status !== 'loaded' || !size) {
    return children;
  }
  const areas = findings.flatMap(({ place }) => (place.type === 'picture' ? place.areas : []));
  return (
    <span class="secret-picture">
      <img src={state.picture.url} alt="" draggable={false} width={state.picture.width} height={state.picture.height} />
      {areas.map(({ left, top, width, height }) => (
        <span
          key={`${left} ${top}`}
          class="secret-box"
          style={{
            left: `${(100 * left) / size.width}%`,
            top: `${(100 * top) / size.height}%`,
            width: `${(100 * width) / size.width}%`,
            height: `${(100 * height) / size.height}%`,
          }}
        />
      ))}
    </span>
  );
}
