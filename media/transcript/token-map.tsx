import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TokenProbability } from '../../src/shared/answer-parts';
import { certainties, certaintyOf, formatProbability, probabilityOf, visibleToken } from './token-certainty';

interface TokenMapProps {
  readonly tokens: readonly TokenProbability[];
  /** The answer that the tokens make up, as far as the server told them. */
  readonly text: string;
}

/**
 * The answer token by token, each marked by how sure the model was: by colour and by its underline. The arrow keys go
 * from token to token.
 */
export function TokenMap({ tokens, text }: TokenMapProps): JSX.Element {
  const id = useId();
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const partial = useMemo(() => tokens.map(({ token }) => token).join('') !== text, [tokens, text]);
  // Thousands of tokens: they are made once, and only the marks of the active one change.
  const options = useMemo(
    () =>
      tokens.map((token, index) => (
        <span
          key={index}
          id={`${id}-${index}`}
          role="option"
          class={`token token-${certaintyOf(probabilityOf(token.logprob))}`}
          aria-label={describeToken(token)}
          title={describeToken(token)}
          data-index={index}
        >
          {shownToken(token.token)}
        </span>
      )),
    [tokens, id],
  );
  useLayoutEffect(() => {
    const option = list.current?.children[active];
    option?.setAttribute('aria-selected', 'true');
    if (document.activeElement === list.current) {
      option?.scrollIntoView({ block: 'nearest' });
    }
    return () => option?.removeAttribute('aria-selected');
  }, [active, options]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextToken(event.key, active, tokens.length);
    if (next !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      setActive(next);
    }
  };
  const token = tokens[active];
  return (
    <div class="token-map">
      <ul class="token-legend" aria-label={t('How sure the model was')}>
        {certainties.map(({ level, label }) => (
          <li key={level}>
            <span class={`token token-${level}`} aria-hidden="true">
              abc
            </span>{' '}
            {label}
          </li>
        ))}
      </ul>
      <div
        class="token-list"
        ref={list}
        role="listbox"
        aria-label={t('Tokens of the answer')}
        aria-activedescendant={`${id}-${active}`}
        tabIndex={0}
        dir="auto"
        onKeyDown={onKeyDown}
        onPointerDown={(event) => setActive(tokenAt(event.target) ?? active)}
      >
        {options}
      </div>
      {token && <TokenDetail token={token} />}
      {partial && <p class="quiet">{t('The server told this for a part of the answer.')}</p>}
    </div>
  );
}

function TokenDetail({ token }: { readonly token: TokenProbability }): JSX.Element {
  const others = token.alternatives.filter((other) => other.token !== token.token);
  return (
    <p class="token-detail">
      <code>{visibleToken(token.token)}</code> {formatProbability(probabilityOf(token.logprob))}
      {others.length > 0 && <span class="quiet">{t('instead of')}</span>}
      {others.map((other) => (
        <span key={other.token} class="token-other">
          <code>{visibleToken(other.token)}</code> {formatProbability(probabilityOf(other.logprob))}
        </span>
      ))}
    </p>
  );
}

function describeToken({ token, logprob, alternatives }: TokenProbability): string {
  const others = alternatives
    .filter((other) => other.token !== token)
    .map((other) => `${visibleToken(other.token)} ${formatProbability(probabilityOf(other.logprob))}`);
  const own = `${visibleToken(token)}: ${formatProbability(probabilityOf(logprob))}`;
  return others.length > 0 ? t('{0}, instead of {1}', own, others.join(', ')) : own;
}

/** A token of line breaks alone would have nothing to point at. */
function shownToken(token: string): string {
  return token.trim() === '' ? token.replace(/\n/g, '↵\n') : token;
}

function tokenAt(target: EventTarget | null): number | undefined {
  const index = target instanceof HTMLElement ? target.dataset['index'] : undefined;
  return index === undefined ? undefined : Number(index);
}

function nextToken(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(active + 1, count - 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(active - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
