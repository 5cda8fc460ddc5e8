import type { ResponseCreateParams } from 'openai/resources/responses/responses';
import type { Api, BodyParameters } from '../api';
import { asArray, asRecord, type JsonRecord } from '../../json';
import { readAnswer } from '../stream';
import { asksForSummary, responseBody } from './response-body';
import { ResponseReader } from './response-reader';

/** OpenAI's newer protocol: `POST /responses`. */
export const responses: Api = {
  // The server keeps nothing unless the person wants it to.
  defaults: () => ({ store: false }),
  wireNames: {
    max_output_tokens: 'max_completion_tokens',
    reasoning: 'reasoning_effort',
    'reasoning.effort': 'reasoning_effort',
    'text.format': 'response_format',
    'text.verbosity': 'verbosity',
    include: 'logprobs',
  },
  extras: (plan) =>
    asksForSummary(plan)
      ? [{ parameter: 'reasoning.summary', field: 'reasoning', names: summaryNames(plan.parameters) }]
      : [],
  isAnswer,
  body: responseBody,
  send: async (client, body, options) => {
    // Servers take more than the client's types know: fields of `extra_body`.
    const params = body as unknown as ResponseCreateParams;
    return params.stream === true
      ? await client.responses.create(params, options)
      : [(await client.responses.create(params, options)) as unknown].flat();
  },
  read: (events, exchange, { responseFormat }) =>
    readAnswer(new ResponseReader(), events, exchange, { responseFormat }),
};

/** Without an effort, the summary is all that is asked about thinking. */
function summaryNames({ reasoning_effort }: BodyParameters): readonly string[] {
  return reasoning_effort === undefined
    ? ['reasoning.summary', 'reasoning', 'reasoning.effort']
    : ['reasoning.summary'];
}

/** The client looks into messages of the output without asking what they are. */
function isAnswer({ output }: JsonRecord): boolean {
  return (
    Array.isArray(output) &&
    asArray(output).every((value) => {
      const item = asRecord(value);
      const content = item?.['content'];
      return item && (item['type'] !== 'message' || (Array.isArray(content) && content.every(asRecord)));
    })
  );
}
