import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { IconButton } from '../controls/icon-button';
import { Icon } from '../icons/icon';
import { useServices } from '../services';
import type { PasteOffer } from '../state';

interface PasteOfferBarProps {
  readonly offer: PasteOffer;
  /** It was taken or declined. */
  readonly onDone: () => void;
}

/** Offers to attach what a pasted text names. The text stays where it was pasted. */
export function PasteOfferBar({ offer, onDone }: PasteOfferBarProps): JSX.Element {
  const { post, announce, focusComposer } = useServices();
  const text = offer.kind === 'url' ? urlText(offer.url) : pathsText(offer.names);
  useEffect(() => announce(text), [text, announce]);
  const end = (): void => {
    onDone();
    focusComposer();
  };
  const take = (message: Parameters<typeof post>[0]): void => {
    post(message);
    end();
  };
  return (
    <div
      class="paste-offer"
      role="group"
      aria-label={t('Attach what was pasted')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          end();
        }
      }}
    >
      <Icon name={offer.kind === 'url' ? 'link' : 'file'} />
      <span class="paste-offer-text" dir="auto">
        {text}
      </span>
      <IconButton icon="close" label={t('Keep it as text')} onClick={end} />
      <span class="buttons">
        {offer.kind === 'url' ? (
          <>
            <button
              type="button"
              class="button button-secondary"
              title={t('Iris fetches it once, without cookies or keys, and attaches it as a file.')}
              onClick={() => take({ type: 'urlAttached', url: offer.url, how: 'fetch' })}
            >
              {t('Fetch and attach')}
            </button>
            <button
              type="button"
              class="button button-secondary"
              title={t('The server of the model gets the address and fetches it by itself, if it can.')}
              onClick={() => take({ type: 'urlAttached', url: offer.url, how: 'passOn' })}
            >
              {t('Pass the address on')}
            </button>
          </>
        ) : (
          <button
            type="button"
            class="button button-secondary"
            onClick={() => take({ type: 'pastedPathsAttached', text: offer.text })}
          >
            {t('Attach')}
          </button>
        )}
      </span>
    </div>
  );
}

function urlText(url: string): string {
  return t('Attach what is at {0}?', new URL(url).host);
}

function pathsText(names: readonly string[]): string {
  const [first = '', second] = names;
  return second === undefined
    ? t('Attach {0} from the pasted path?', first)
    : t('Attach {0} files from the pasted paths?', names.length);
}
