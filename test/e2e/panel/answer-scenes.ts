import type { AnswerMessage } from '../../../src/shared/conversation';
import { reducedState } from './reduced-scene';
import { sampleAnswer } from './sample-answer';
import { soundSha256 } from './sample-sound';
import { answer, conversation, panelState, picture, question } from './sample-state';
import type { Scene } from './scenes';
import { tokens } from './sample-tokens';

const asked = question('q1', 'What stands out in this chart, and how do we guard against it?', [
  picture('p1', 'error-rates.png'),
]);

/** One answer to one question. */
function answered(changes: Partial<AnswerMessage>): Scene['state'] {
  return () => panelState({ conversation: conversation([asked, answer('a1', changes)]) });
}

const json = '{"service":"checkout","peak":4.2,"at":"09:00","causes":["deploy","cold cache"],"owner":null}';

const several: Partial<AnswerMessage> = {
  text: 'The `checkout` service peaks at **4.2 %** around 09:00, right after the deploy.',
  alternatives: [
    { text: 'At 09:00 the error rate of `checkout` is far above all others.', reasoning: 'The axis is logarithmic.' },
    {
      text: 'Two things:\n\n- `checkout` has a peak\n- `search` stays flat\n\n```sh\nkubectl rollout undo deployment/checkout --namespace production\n```',
      reasoning: '',
    },
  ],
  usage: { inputTokens: 1204, outputTokens: 356, cost: { dollars: 0.00105, source: 'price' } },
};

/** The parts of an answer that are not its Markdown. */
export const answerScenes: Readonly<Record<string, Scene>> = {
  alternatives: { state: answered(several) },
  alternativesStreaming: { state: answered({ ...several, status: 'streaming' }) },
  alternativesChosen: {
    state: answered(several),
    prepare: (panel) => panel.button('{0} other answers', 2).click(),
  },
  tokens: {
    state: answered({ text: tokens.map(({ token }) => token).join(''), logprobs: tokens }),
    prepare: async (panel) => {
      await panel.button('Show token certainty').click();
      await panel.page.getByRole('listbox', { name: panel.say('Tokens of the answer') }).focus();
      for (let step = 0; step < 4; step++) {
        await panel.page.keyboard.press('ArrowRight');
      }
    },
  },
  structured: { state: answered({ text: json, output: { format: 'json_schema', problems: [] } }) },
  structuredWrong: {
    state: answered({
      text: json,
      output: {
        format: 'json_schema',
        problems: ['/owner must be a string, and is null.', '/causes must have at most 1 item, and has 2.'],
      },
    }),
  },
  spoken: {
    state: answered({
      spoken: {
        sound: { sha256: soundSha256, mediaType: 'audio/wav', byteLength: 16_044 },
        transcript: 'The checkout service peaks at four point two percent around nine o’clock.',
      },
      usage: {
        inputTokens: 1204,
        outputTokens: 356,
        audioOutputTokens: 320,
        cost: { dollars: 0.0213, source: 'server' },
      },
    }),
    prepare: (panel) =>
      panel.page.waitForFunction(() => {
        const player = document.querySelector('audio');
        return player !== null && player.readyState >= 1;
      }),
  },
  refusal: { state: answered({ refusal: 'I’m sorry, I can’t help with identifying people in pictures.' }) },
  sources: {
    state: answered({
      text: 'The peak is known: a **deploy** went out at 08:58 [1], and the cache was cold [2].',
      citations: [
        { url: 'https://status.example.com/incidents/2026-03-14?utm_source=chat', title: 'Incident of 14 March' },
        { url: 'https://docs.example.org/a/very/long/path/that/goes/on/and/on/warming-the-cache.html' },
        { url: 'https://www.xn--bcher-kva.example/', title: 'bücher.example' },
        { url: 'javascript:alert(1)', title: 'Not a link' },
      ],
    }),
  },
  toolCalls: {
    state: answered({
      text: 'Let me look that up.',
      toolCalls: [
        {
          id: 'c1',
          name: 'get_weather',
          argumentsText: '{"city":"Zürich","days":3,"units":{"temperature":"celsius"}}',
        },
        { id: 'c2', name: 'list_incidents_of_the_service_with_a_long_name', argumentsText: '{}' },
        { id: 'c3', name: 'search', argumentsText: 'not JSON at all' },
      ],
    }),
  },
  adjusted: {
    state: answered({
      text: sampleAnswer.slice(0, 205),
      adjustments: [
        { type: 'omitted', parameter: 'temperature' },
        { type: 'renamed', parameter: 'max_completion_tokens', to: 'max_tokens' },
      ],
      usage: { inputTokens: 12_040, outputTokens: 356, isEstimated: true, cost: { dollars: 0.42, source: 'price' } },
    }),
  },
  reduced: {
    state: () => reducedState({ kept: ['p0'] }),
    prepare: (panel) => panel.page.getByText(panel.say('{0} earlier attachments were sent smaller to fit', 3)).click(),
  },
  waitAndRetry: {
    state: answered({
      status: 'failed',
      failure: {
        kind: 'rateLimited',
        message: 'OpenAI wants no more requests for 5 minutes. Your question is kept.',
        actions: ['waitAndRetry', 'selectModel'],
        retryAt: Date.now() + 125 * 60_000,
      },
    }),
  },
};
