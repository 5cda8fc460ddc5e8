import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { PdfAttachment } from '../../../src/shared/attachment/attachment';
import { allPages } from '../../../src/shared/parse-page-range';
import { PageTile } from './page-tile';

/** Pages that can be chosen by their pictures; more are chosen by their numbers. */
const maxTiles = 300;

interface PageGridProps {
  readonly attachment: PdfAttachment;
  readonly chosen: ReadonlySet<number>;
  readonly onChosen: (chosen: ReadonlySet<number>) => void;
}

/** Small pictures of the pages. A click chooses one or not, with Shift all from the last one on; arrow keys move. */
export function PageGrid({ attachment, chosen, onChosen }: PageGridProps): JSX.Element {
  const { id, source, pageCount } = attachment;
  const grid = useRef<HTMLDivElement>(null);
  const [anchor, setAnchor] = useState(1);
  const [focused, setFocused] = useState(1);
  const toggle = (page: number, { extend }: { readonly extend: boolean }): void => {
    const isChosen = extend || !chosen.has(page);
    const [first, last] = extend ? [Math.min(anchor, page), Math.max(anchor, page)] : [page, page];
    const changed = new Set(chosen);
    for (let number = first; number <= last; number++) {
      if (isChosen) {
        changed.add(number);
      } else {
        changed.delete(number);
      }
    }
    setAnchor(page);
    onChosen(changed);
  };
  const count = Math.min(pageCount, maxTiles);
  return (
    <>
      <div
        class="page-grid"
        role="group"
        aria-label={t('Pages')}
        ref={grid}
        onKeyDown={(event) => {
          const next = grid.current && pageAfter(event.key, { page: focused, count, columns: columnsOf(grid.current) });
          if (next) {
            event.preventDefault();
            grid.current?.querySelector<HTMLElement>(`[data-page="${next}"]`)?.focus();
          }
        }}
      >
        {allPages(count).map((page) => (
          <PageTile
            key={`${source.sha256} ${page}`}
            id={id}
            sha256={source.sha256}
            page={page}
            isChosen={chosen.has(page)}
            note={noteOf(attachment, page)}
            isTabStop={page === focused}
            onToggle={toggle}
            onFocus={setFocused}
          />
        ))}
      </div>
      {pageCount > maxTiles && (
        <p class="quiet">{t('The first {0} pages are shown. Write the numbers of others above.', maxTiles)}</p>
      )}
    </>
  );
}

function pageAfter(
  key: string,
  { page, count, columns }: { readonly page: number; readonly count: number; readonly columns: number },
): number | undefined {
  const next = {
    ArrowLeft: page - 1,
    ArrowRight: page + 1,
    ArrowUp: page - columns,
    ArrowDown: page + columns,
    Home: 1,
    End: count,
  }[key];
  return next !== undefined && next >= 1 && next <= count ? next : undefined;
}

function columnsOf(grid: HTMLElement): number {
  return getComputedStyle(grid).gridTemplateColumns.split(' ').length;
}

function noteOf({ scannedPages, figurePages, damagedPages = [] }: PdfAttachment, page: number): string | undefined {
  if (damagedPages.includes(page)) {
    return t('damaged');
  }
  return scannedPages.includes(page) ? t('scan') : figurePages.includes(page) ? t('with figures') : undefined;
}
