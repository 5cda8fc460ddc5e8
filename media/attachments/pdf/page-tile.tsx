import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImageReference } from '../../../src/shared/blob';
import { Icon } from '../../icons/icon';
import { useServices } from '../../services';
import { Thumbnail } from '../thumbnail';
import { watchNearness } from '../watch-nearness';
import type { WantedPage } from './page-pictures';

interface PageTileProps {
  readonly id: string;
  /** Of the file. */
  readonly sha256: string;
  /** One-based. */
  readonly page: number;
  readonly isChosen: boolean;
  /** What is known of the page, as in "scan". */
  readonly note: string | undefined;
  /** Whether the Tab key stops here. */
  readonly isTabStop: boolean;
  readonly onToggle: (page: number, options: { readonly extend: boolean }) => void;
  readonly onFocus: (page: number) => void;
}

/** One page to be chosen or not. Its picture is asked for when it is nearly in sight. */
export function PageTile({
  id,
  sha256,
  page,
  isChosen,
  note,
  isTabStop,
  onToggle,
  onFocus,
}: PageTileProps): JSX.Element {
  const tile = useRef<HTMLButtonElement>(null);
  const picture = usePagePicture({ id, sha256, page }, tile);
  return (
    <button
      type="button"
      class="page-tile"
      ref={tile}
      data-page={page}
      aria-pressed={isChosen}
      aria-label={note === undefined ? t('Page {0}', page) : t('Page {0}, {1}', page, note)}
      title={note === undefined ? t('Page {0}', page) : t('Page {0}: {1}', page, note)}
      tabIndex={isTabStop ? 0 : -1}
      onClick={(event) => onToggle(page, { extend: event.shiftKey })}
      onFocus={() => onFocus(page)}
    >
      <span class="page-tile-picture" style={picture && { aspectRatio: `${picture.width} / ${picture.height}` }}>
        {picture && <Thumbnail image={picture} />}
      </span>
      <span class="page-tile-number">
        {isChosen && <Icon name="check" />}
        {page}
      </span>
    </button>
  );
}

function usePagePicture(
  { id, sha256, page }: WantedPage,
  tile: { readonly current: HTMLElement | null },
): ImageReference | undefined {
  const { pages } = useServices();
  const [picture, setPicture] = useState<ImageReference>();
  useEffect(() => {
    let stopUsing: (() => void) | undefined;
    const watch = (isNear: boolean): void => {
      if (isNear) {
        stopUsing ??= pages.use({ id, sha256, page }, setPicture);
      } else {
        stopUsing?.();
        stopUsing = undefined;
      }
    };
    const stopWatching = tile.current && watchNearness(tile.current, watch);
    return () => {
      stopWatching?.();
      stopUsing?.();
    };
  }, [pages, id, sha256, page]);
  return picture;
}
