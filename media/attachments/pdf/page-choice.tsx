import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { PdfAttachment } from '../../../src/shared/attachment/attachment';
import { allPages, formatPageRange, parsePageRange } from '../../../src/shared/parse-page-range';
import { useFollowing } from '../../controls/use-following';
import { PageGrid } from './page-grid';

interface PageChoiceProps {
  readonly attachment: PdfAttachment;
  /** As chosen; all when undefined. */
  readonly pages: string | undefined;
  /** All pages when undefined. */
  readonly onPages: (pages: string | undefined) => void;
}

/** Which pages are sent: written as numbers, or chosen by their pictures. Each shows what the other says. */
export function PageChoice({ attachment, pages, onPages }: PageChoiceProps): JSX.Element {
  const { pageCount } = attachment;
  const field = useId();
  const [text, setText] = useFollowing(pages ?? '', [pages]);
  const [isNone, setNone] = useFollowing(false, [pages]);
  const range = parsePageRange(text, pageCount);
  const problem = isNone ? t('Choose at least one page.') : range.status === 'wrong' ? range.reason : undefined;
  const chosen = new Set(isNone || range.status === 'wrong' ? [] : range.pages);

  const choose = (numbers: readonly number[]): void => {
    const isAll = numbers.length === pageCount;
    const written = isAll ? '' : formatPageRange(numbers);
    setText(written);
    setNone(numbers.length === 0);
    if (numbers.length > 0) {
      onPages(isAll ? undefined : written);
    }
  };
  const commit = (): void => {
    if (problem === undefined && text.trim() !== (pages ?? '')) {
      onPages(text.trim() === '' ? undefined : text.trim());
    }
  };
  return (
    <div class="page-choice">
      <label class="page-range">
        <span>{t('Pages')}</span>
        <input
          type="text"
          value={text}
          placeholder={pageCount === 1 ? '1' : `1-${pageCount}`}
          spellcheck={false}
          aria-invalid={problem !== undefined}
          aria-describedby={field}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            setNone(false);
          }}
          onChange={commit}
        />
      </label>
      <div class="buttons">
        <button type="button" class="text-button" onClick={() => choose(allPages(pageCount))}>
          {t('All')}
        </button>
        <button type="button" class="text-button" onClick={() => choose([])}>
          {t('None')}
        </button>
      </div>
      <p class={problem === undefined ? 'page-note quiet' : 'page-note page-problem'} id={field} role="status">
        {problem ??
          (chosen.size === pageCount ? t('All {0} pages.', pageCount) : t('{0} of {1} pages.', chosen.size, pageCount))}
      </p>
      <PageGrid
        attachment={attachment}
        chosen={chosen}
        onChosen={(numbers) => choose([...numbers].sort((a, b) => a - b))}
      />
    </div>
  );
}
