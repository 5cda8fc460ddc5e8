import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AnswerMessage } from '../../src/shared/conversation';
import { formatWait } from '../format/format-wait';
import { modelName } from '../format/model-name';

/** Milliseconds; most answers have begun by then. */
const shownAfter = 10_000;

/** Until something comes of an answer: which model is waited for and, when that is long, for how long already. */
export function Waiting({ answer }: { readonly answer: AnswerMessage }): JSX.Element {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const waited = now - answer.createdAt;
  const name = modelName(answer.model);
  return (
    <p class="answer-note shimmer" dir="auto">
      {waited < shownAfter ? t('Waiting for {0}…', name) : t('Waiting for {0}… {1}', name, formatWait(waited))}
    </p>
  );
}
