import assert from 'node:assert/strict';
import type { OpenAiModelSettings } from '../../../../../src/model/openai/openai-model';
import type { Adjustment } from '../../../../../src/shared/adjustment';
import type { ChatParameters } from '../../../../../src/shared/parameters';
import { refuse, sendJson } from '../../../../servers/replies';
import { recorded, responsesSetting } from './responses-setting';

const unsupported = (param: string) =>
  refuse(400, {
    error: {
      message: `Unsupported parameter: '${param}' is not supported with this model.`,
      type: 'invalid_request_error',
      param,
      code: 'unsupported_parameter',
    },
  });
const unverified = refuse(400, {
  error: {
    message: 'Your organization must be verified to generate reasoning summaries.',
    type: 'invalid_request_error',
    param: 'reasoning.summary',
    code: 'unsupported_value',
  },
});
const answer = sendJson(JSON.parse(recorded('answer.json').toString('utf8')));

/** What a server refuses, what is remembered of that, and what of the body is then other than before. */
const rows: readonly (readonly [
  what: string,
  reply: typeof unverified,
  parameters: ChatParameters,
  omitted: string,
  changed: object,
  changes?: Partial<OpenAiModelSettings>,
])[] = [
  [
    'a summary, and keeps the effort',
    unverified,
    { reasoning_effort: 'high' },
    'reasoning.summary',
    { reasoning: { effort: 'high' } },
  ],
  [
    'a summary that was asked for by itself',
    unsupported('reasoning.summary'),
    {},
    'reasoning.summary',
    { reasoning: undefined },
    { capabilities: { reasoning: true } },
  ],
  [
    'to think at all',
    unsupported('reasoning.effort'),
    { reasoning_effort: 'high' },
    'reasoning_effort',
    { reasoning: undefined },
  ],
  ['verbosity', unsupported('text.verbosity'), { verbosity: 'low' }, 'verbosity', { text: undefined }],
  ['to keep nothing', unsupported('store'), {}, 'store', { store: undefined }],
  ['a temperature', unsupported('temperature'), { temperature: 1 }, 'temperature', { temperature: undefined }],
  [
    'probabilities',
    unsupported('include'),
    { logprobs: true, top_logprobs: 2 },
    'logprobs',
    { include: undefined, top_logprobs: undefined },
  ],
  [
    'a limit of the answer',
    unsupported('max_output_tokens'),
    { max_completion_tokens: 9 },
    'max_completion_tokens',
    { max_output_tokens: undefined },
  ],
];

describe('A server of the Responses API that refuses', () => {
  for (const [what, reply, parameters, omitted, changed, changes] of rows) {
    it(`${what}: is asked once more without`, async () => {
      const told: Adjustment[] = [];
      await using setting = await responsesSetting([reply, answer], {
        ...changes,
        onAdjusted: (adjustment) => told.push(adjustment),
      });
      const { adjustments } = await setting.model.complete('Hi', [], { parameters });
      const expected = [{ type: 'omitted', parameter: omitted }];
      assert.deepEqual([told, adjustments], [expected, expected]);
      const [first, second, third] = setting.server.requests.map(({ text }) => JSON.parse(text) as object);
      assert.equal(third, undefined);
      assert.deepEqual(second, withoutUndefined({ ...first, ...changed }));
    });
  }

  it('what was left out before is asked without it', async () => {
    await using setting = await responsesSetting([answer], {
      adjustments: [{ type: 'omitted', parameter: 'reasoning.summary' }],
      capabilities: { reasoning: true },
    });
    await setting.model.complete('Hi');
    assert.equal('reasoning' in (JSON.parse(setting.server.requests[0]?.text ?? '') as object), false);
  });
});

function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}
