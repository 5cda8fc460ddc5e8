import type { ExchangeRecord, ExchangeTimings } from '../../model/exchange-record';
import { markdownFence } from './markdown-fence';

const nothingYet = `# Last Request

Iris has not sent a request in this window yet. Ask a question: what goes over the wire then shows here.
What VS Code's language models are asked is sent by the extensions that provide them, and does not.
`;

/** The exchanges of one request as Markdown: what was sent, what came back, and how long it took. */
export function formatExchanges(exchanges: readonly ExchangeRecord[]): string {
  const [first] = exchanges;
  if (!first) {
    return nothingYet;
  }
  const tries = exchanges.length === 1 ? '' : `, sent ${exchanges.length} times`;
  const notes = 'Keys are left out; media are named by type, size and SHA-256. The JSON is indented for reading.';
  return [
    '# Last Request',
    `${new Date(first.startedAt).toISOString()}${tries}. ${notes}`,
    ...exchanges.flatMap((exchange, index) => formatExchange(exchange, exchanges.length === 1 ? '' : `${index + 1}: `)),
    '',
  ].join('\n\n');
}

function formatExchange(exchange: ExchangeRecord, number: string): readonly string[] {
  const { method, url, requestHeaders, requestBody, responseHeaders, status, failure, timings } = exchange;
  const hasAnswer = status !== undefined;
  return [
    `## ${number}${method} ${url}`,
    ...(failure === undefined ? [] : [`**${oneLine(failure)}**`]),
    formatTimings(timings),
    '### Request Headers',
    markdownFence('http', [`${method} ${url}`, ...formatHeaders(requestHeaders)].join('\n')),
    ...(requestBody === undefined
      ? []
      : ['### Request Body', markdownFence('json', JSON.stringify(requestBody, undefined, 2))]),
    ...(hasAnswer
      ? ['### Answer Headers', markdownFence('http', [`HTTP ${status}`, ...formatHeaders(responseHeaders)].join('\n'))]
      : []),
    ...(hasAnswer ? ['### Raw Answer', ...formatAnswer(exchange)] : []),
    ...(hasAnswer || failure !== undefined ? [] : ['Waiting for the answer…']),
  ];
}

function formatHeaders(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

function formatAnswer({ responseText, responseBytes, timings }: ExchangeRecord): readonly string[] {
  const shownBytes = Buffer.byteLength(responseText);
  const size = `${responseBytes.toLocaleString('en')} bytes`;
  return [
    ...(timings.last === undefined ? ['Still arriving.'] : []),
    shownBytes < responseBytes
      ? `${size}, of which the first ${shownBytes.toLocaleString('en')} are shown.`
      : `${size}.`,
    ...(responseText === '' ? [] : [markdownFence('text', responseText)]),
  ];
}

function formatTimings({ connected, firstByte, firstToken, last }: ExchangeTimings): string {
  const cells = [connected, firstByte, firstToken, last].map((time) =>
    time === undefined ? '–' : `${Math.round(time).toLocaleString('en')} ms`,
  );
  return [
    '| Connected | First byte | First token | Last byte |',
    '| --- | --- | --- | --- |',
    `| ${cells.join(' | ')} |`,
  ].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
