import { t } from '@vscode/l10n';
import type { ParameterName } from './parameters';

export type ParameterKind =
  | { readonly kind: 'number'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'integer'; readonly minimum: number; readonly maximum?: number }
  | { readonly kind: 'boolean' }
  /** One of these; where it is open, servers know others too. */
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly open: boolean }
  | { readonly kind: 'text' }
  /** One text, or up to `most` of them. */
  | { readonly kind: 'texts'; readonly most?: number }
  /** A JSON object or list; `check-parameters.ts` looks into it. */
  | { readonly kind: 'json'; readonly example: string };

export type ParameterGroup = 'sampling' | 'output' | 'tools' | 'images' | 'service' | 'request';

export interface ParameterSpec {
  readonly name: ParameterName;
  readonly group: ParameterGroup;
  readonly type: ParameterKind;
  /** One or two sentences for settings and panel. */
  readonly description: string;
}

const number = (minimum: number, maximum: number): ParameterKind => ({ kind: 'number', minimum, maximum });
const integer = (minimum: number, maximum?: number): ParameterKind => ({
  kind: 'integer',
  minimum,
  ...(maximum !== undefined && { maximum }),
});
const boolean: ParameterKind = { kind: 'boolean' };
const text: ParameterKind = { kind: 'text' };
const open = (...values: readonly string[]): ParameterKind => ({ kind: 'choice', values, open: true });
const json = (example: string): ParameterKind => ({ kind: 'json', example });

/** Every parameter, once: settings, validation and the panel read this table. Ranges are those of OpenAI's reference. */
export const parameterSpecs: readonly ParameterSpec[] = [
  spec('temperature', 'sampling', number(0, 2), t('Lower is more predictable, higher more varied.')),
  spec('top_p', 'sampling', number(0, 1), t('Share of the probability from which the next token is drawn.')),
  spec(
    'seed',
    'sampling',
    integer(Number.MIN_SAFE_INTEGER),
    t('The same seed gives the same answer where the server can.'),
  ),
  spec('presence_penalty', 'sampling', number(-2, 2), t('Above 0, words that came before become less likely.')),
  spec(
    'frequency_penalty',
    'sampling',
    number(-2, 2),
    t('Above 0, words become less likely the more often they came.'),
  ),
  spec('logit_bias', 'sampling', json('{"50256": -100}'), t('Bias from -100 to 100 by token identifier.')),
  spec('max_completion_tokens', 'output', integer(1), t('Longest answer in tokens, thinking included.')),
  spec('stop', 'output', { kind: 'texts', most: 4 }, t('Up to four texts at which the answer ends.')),
  spec('n', 'output', integer(1, 128), t('How many answers are made to choose from.')),
  spec('logprobs', 'output', boolean, t('Ask how sure the model was of each token.')),
  spec('top_logprobs', 'output', integer(0, 20), t('How many other tokens are told at each place; needs logprobs.')),
  spec(
    'response_format',
    'output',
    json('{"type": "json_schema", "schema_file": "schema.json"}'),
    t('Text, a JSON object, or JSON that fits a schema, given here or by its file in the workspace.'),
  ),
  spec(
    'reasoning_effort',
    'output',
    open('none', 'minimal', 'low', 'medium', 'high', 'xhigh'),
    t('How long a model that can think does so.'),
  ),
  spec('verbosity', 'output', open('low', 'medium', 'high'), t('How much the answer says.')),
  spec('modalities', 'output', { kind: 'texts' }, t('What the answer is made of: text, audio.')),
  spec('audio', 'output', json('{"voice": "alloy", "format": "wav"}'), t('Voice and format of a spoken answer.')),
  spec(
    'prediction',
    'output',
    json('{"type": "content", "content": "…"}'),
    t('Text that most of the answer will repeat, which makes it come faster.'),
  ),
  spec(
    'tools',
    'tools',
    json('[{"type": "function", "function": {"name": "…"}}]'),
    t('Functions that the model may call.'),
  ),
  spec('tool_choice', 'tools', json('"auto"'), t('none, auto, required, or the function that must be called.')),
  spec('parallel_tool_calls', 'tools', boolean, t('Whether several functions may be called at once.')),
  spec('web_search_options', 'tools', json('{"search_context_size": "medium"}'), t('Let the model search the web.')),
  spec(
    'image_detail',
    'images',
    { kind: 'choice', values: ['auto', 'low', 'high', 'original'], open: false },
    t('How closely the model looks at pictures; more detail costs more tokens.'),
  ),
  spec(
    'service_tier',
    'service',
    open('auto', 'default', 'flex', 'priority'),
    t('Speed and price class of the request.'),
  ),
  spec('store', 'service', boolean, t('Let the server keep the request.')),
  spec('metadata', 'service', json('{"project": "…"}'), t('Up to 16 texts kept with a stored request.')),
  spec('prompt_cache_key', 'service', text, t('Requests with the same key share the cache of the server.')),
  spec('safety_identifier', 'service', text, t('Tells your users apart without naming them.')),
  spec('user', 'service', text, t('Older name of the two above; some servers know only this.')),
  spec('stream', 'request', boolean, t('Whether the answer comes as it is written.')),
  spec('stream_options', 'request', json('{"include_usage": true}'), t('Options of a streamed answer.')),
  spec('extra_headers', 'request', json('{"X-Title": "Iris"}'), t('More HTTP headers. Keys do not belong here.')),
  spec('extra_query', 'request', json('{"beta": "true"}'), t('More query parameters.')),
  spec('extra_body', 'request', json('{"top_k": 40}'), t('More fields of the body, sent as they are.')),
];

function spec(name: ParameterName, group: ParameterGroup, type: ParameterKind, description: string): ParameterSpec {
  return { name, group, type, description };
}
