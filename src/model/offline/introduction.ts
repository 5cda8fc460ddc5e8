import { t } from '@vscode/l10n';

/** First line of every answer: nobody shall take the reader for a model that understands. */
export const introduction = t(
  '*This is the built-in reader. It works offline, reads the text in pictures, and understands nothing beyond that text.*',
);

/** What is said when there is nothing to read. */
export const withoutAttachments = [
  introduction,
  t(
    'Attach a picture and I will read its text: a screenshot, a scan, an error message. I can count its lines and words, find e-mail addresses and links in it, and quote the lines that have to do with your question.',
  ),
  t(
    'For answers from a model that understands pictures and code, run **Iris: Add Endpoint** from the command palette. It connects a local server such as Ollama or LM Studio, or any service that speaks the OpenAI protocol.',
  ),
].join('\n\n');

/** What is said to a follow-up question that counting, finding and quoting do not answer. */
export const withoutAnswer = t(
  'I only read text, and what I read is above: I can not answer this question. Add an endpoint with a model that understands pictures and text, then ask again.',
);
