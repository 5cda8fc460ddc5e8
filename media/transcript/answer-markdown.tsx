import type { JSX } from 'preact';
import { useCallback, useContext } from 'preact/hooks';
import type { TextGrowth } from '../../src/shared/text-growth';
import { Markdown } from '../markdown/markdown';
import type { MarkdownElement } from '../markdown/markdown-node';
import { linkFiles } from './link-files';
import { linkPlaces } from './link-places';
import { PlaceTargets } from './place-targets';

interface AnswerMarkdownProps {
  readonly text: string;
  readonly growth?: TextGrowth | undefined;
  /** Whether no more text is expected. */
  readonly finished: boolean;
}

/** What a model wrote; the places of attachments and the files that it names can be clicked. */
export function AnswerMarkdown({ text, growth, finished }: AnswerMarkdownProps): JSX.Element {
  const targets = useContext(PlaceTargets);
  const decorate = useCallback((block: MarkdownElement) => linkPlaces(linkFiles(block), targets), [targets]);
  return <Markdown text={text} growth={growth} finished={finished} decorate={decorate} />;
}
