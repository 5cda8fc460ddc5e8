import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Citation } from '../../src/shared/answer-parts';
import { linkTarget } from '../markdown/link-target';

/** What the answer names as its sources, each with the host that the link really leads to. */
export function Sources({ citations }: { readonly citations: readonly Citation[] }): JSX.Element {
  const distinct = citations.filter(
    (citation, index) => citations.findIndex(({ url }) => url === citation.url) === index,
  );
  return (
    <section class="sources" aria-label={t('Sources')}>
      <p class="sources-title">{t('Sources')}</p>
      <ol>
        {distinct.map((citation) => (
          <li key={citation.url}>
            <Source citation={citation} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Source({ citation: { url, title } }: { readonly citation: Citation }): JSX.Element {
  const target = linkTarget(url);
  if (!target) {
    return <span title={url}>{title || url}</span>;
  }
  return (
    <>
      <a href={target.url} title={`${target.place}\n${target.url}`} dir="auto">
        {title || target.place}
      </a>
      {title && <span class="quiet source-place">{target.place}</span>}
    </>
  );
}
