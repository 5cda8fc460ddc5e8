import type { JSX } from 'preact';
import { useCallback, useContext } from 'preact/hooks';
import { Markdown } from '../markdown/markdown';
import type { MarkdownElement } from '../markdown/markdown-node';
import { linkPlaces } from './link-places';
import { PlaceTargets } from './place-targets';

interface AnswerMarkdownProps {
  readonly text: string;
  /** Whether no more text is expected. */
  readonly finished: boolean;
}

/** What a model wrote; the places of attachments that it names can be clicked. */
export function AnswerMarkdown({ text, finished }: AnswerMarkdownProps): JSX.Element {
  const targets = useContext(PlaceTargets);
  const decorate = useCallback((block: MarkdownElement) => linkPlaces(block, targets), [targets]);
  return <Markdown text={text} finished={finished} decorate={decorate} />;
}
