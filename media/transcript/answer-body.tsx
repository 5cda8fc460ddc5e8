import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { AnswerMessage } from '../../src/shared/conversation';
import { growthOf } from '../../src/shared/text-growth';
import { prettyJson } from '../format/pretty-json';
import { AnswerMarkdown } from './answer-markdown';
import { CodeView } from './code-view';
import { OutputStatus } from './output-status';
import { TokenMap } from './token-map';

/** The answer itself: as Markdown, as the JSON that was asked for, or token by token. */
export function AnswerBody({
  answer,
  showTokens,
}: {
  readonly answer: AnswerMessage;
  readonly showTokens: boolean;
}): JSX.Element {
  const { text, logprobs, output, status } = answer;
  const json = useMemo(() => (output ? prettyJson(text) : undefined), [output, text]);
  return (
    <>
      {showTokens && logprobs ? (
        <TokenMap tokens={logprobs} text={text} />
      ) : json !== undefined ? (
        <CodeView code={json} language="json" />
      ) : (
        text !== '' && <AnswerMarkdown text={text} growth={growthOf(answer)} finished={status !== 'streaming'} />
      )}
      {output && <OutputStatus output={output} />}
    </>
  );
}
