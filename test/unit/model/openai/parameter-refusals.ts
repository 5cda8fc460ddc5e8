import type { ChatParameters } from '../../../../src/shared/parameters';

export interface Refusal {
  /** Whose words these are. */
  readonly server: string;
  /** 400 unless said otherwise. */
  readonly status?: number;
  readonly body: object | string;
  readonly parameters: ChatParameters;
  readonly omitted?: readonly string[];
  /** The value that is left out, where others of the one omitted parameter are not. */
  readonly value?: string;
  readonly renamed?: boolean;
}

/** An error as OpenAI words it. */
export const openAi = (message: string, param: string | null, code: string | null): object => ({
  error: { message, type: 'invalid_request_error', param, code },
});
/** An error as FastAPI words it. */
export const forbidden = (...names: readonly string[]): object => ({
  detail: names.map((name) => ({
    type: 'extra_forbidden',
    loc: ['body', name],
    msg: 'Extra inputs are not permitted',
    input: 1,
  })),
});

const tools = [{ type: 'function', function: { name: 'f' } }];

/** Refusals as servers word them, collected from their documents, sources and bug reports. */
export const refusals: readonly Refusal[] = [
  {
    server: 'OpenAI, new models, of max_tokens',
    body: openAi(
      "Unsupported parameter: 'max_completion_tokens' is not supported with this model. Use 'max_tokens' instead.",
      'max_completion_tokens',
      'unsupported_parameter',
    ),
    parameters: { max_completion_tokens: 100 },
    renamed: true,
  },
  {
    server: 'Mistral of max_completion_tokens',
    status: 422,
    body: { object: 'error', message: forbidden('max_completion_tokens'), type: 'invalid_request_error' },
    parameters: { max_completion_tokens: 100, temperature: 1 },
    renamed: true,
  },
  {
    server: 'Mistral of several at once',
    status: 422,
    body: forbidden('store', 'metadata', 'stream_options'),
    parameters: { store: true, metadata: { a: 'b' }, seed: 1 },
    omitted: ['store', 'metadata', 'stream_options'],
  },
  {
    server: 'OpenAI of temperature on a reasoning model',
    body: openAi(
      "Unsupported value: 'temperature' does not support 0.5 with this model. Only the default (1) value is supported.",
      'temperature',
      'unsupported_value',
    ),
    parameters: { temperature: 0.5, top_p: 0.5 },
    omitted: ['temperature'],
  },
  {
    server: 'OpenAI of temperature, without saying where',
    body: openAi("Unsupported parameter: 'temperature' is not supported with this model.", null, null),
    parameters: { temperature: 0.5, top_p: 0.5 },
    omitted: ['temperature'],
  },
  {
    server: 'OpenAI of streams for organizations that are not verified',
    body: openAi('Your organization must be verified to stream this model.', 'stream', 'unsupported_value'),
    parameters: { temperature: 1 },
    omitted: ['stream'],
  },
  {
    server: 'OpenAI of an effort',
    body: openAi(
      "Unsupported value: 'reasoning_effort' does not support 'minimal' with this model.",
      'reasoning_effort',
      'unsupported_value',
    ),
    parameters: { reasoning_effort: 'minimal' },
    omitted: ['reasoning_effort'],
    value: 'minimal',
  },
  {
    server: 'OpenAI of an unknown parameter',
    body: openAi("Unknown parameter: 'verbosity'.", 'verbosity', 'unknown_parameter'),
    parameters: { verbosity: 'low' },
    omitted: ['verbosity'],
  },
  {
    server: 'Azure of an option that its version does not have',
    body: openAi('Unrecognized request argument supplied: stream_options', null, null),
    parameters: {},
    omitted: ['stream_options'],
  },
  {
    server: 'Azure of parallel calls',
    body: openAi(
      "Unsupported parameter: 'parallel_tool_calls' is not supported with this model.",
      'parallel_tool_calls',
      'unsupported_parameter',
    ),
    parameters: { parallel_tool_calls: true, tools },
    omitted: ['parallel_tool_calls'],
  },
  {
    server: 'Azure AI of extra parameters',
    body: {
      error: {
        code: 'Bad Request',
        message:
          "Extra parameters ['stream_options', 'seed'] are not allowed when extra-parameters is not set or set to be 'error'. Set extra-parameters to 'pass-through' to pass to the model.",
      },
    },
    parameters: { seed: 4, temperature: 1 },
    omitted: ['seed', 'stream_options'],
  },
  {
    server: 'Gemini, which answers with a list',
    body: [
      {
        error: {
          code: 400,
          message:
            'Invalid JSON payload received. Unknown name "store": Cannot find field.\nInvalid JSON payload received. Unknown name "seed": Cannot find field.',
          status: 'INVALID_ARGUMENT',
        },
      },
    ],
    parameters: { store: false, seed: 1, user: 'u' },
    omitted: ['seed', 'store'],
  },
  {
    server: 'Gemini of what an effort is called inside',
    body: [
      { error: { code: 400, message: 'Invalid JSON payload received. Unknown name "reasoning": Cannot find field.' } },
    ],
    parameters: { reasoning_effort: 'low' },
    omitted: ['reasoning_effort'],
  },
  {
    server: 'Groq of probabilities',
    body: openAi('`logprobs` is not supported with this model', null, null),
    parameters: { logprobs: true, top_logprobs: 3 },
    omitted: ['logprobs'],
  },
  {
    server: 'Groq of a property',
    body: openAi("property 'service_tier' is unsupported", null, null),
    parameters: { service_tier: 'flex' },
    omitted: ['service_tier'],
  },
  {
    server: 'Groq of a format',
    body: openAi(
      'This model does not support response format `json_schema`. See our documentation.',
      'response_format',
      null,
    ),
    parameters: { response_format: { type: 'json_schema', json_schema: { name: 'a', schema: {} } } },
    omitted: ['response_format'],
    value: 'json_schema',
  },
  {
    server: 'xAI of a penalty',
    body: {
      code: 'Client specified an invalid argument',
      error: 'Argument not supported on this model: presencePenalty',
    },
    parameters: { presence_penalty: 1, frequency_penalty: 1 },
    omitted: ['presence_penalty'],
  },
  {
    server: 'xAI of stop',
    body: { code: 'Client specified an invalid argument', error: 'Argument not supported on this model: stop' },
    parameters: { stop: 'END' },
    omitted: ['stop'],
  },
  {
    server: 'xAI of an effort',
    body: { code: 'invalid-argument', error: 'Model grok-4-0709 does not support parameter reasoningEffort.' },
    parameters: { reasoning_effort: 'low' },
    omitted: ['reasoning_effort'],
  },
  {
    server: 'llama.cpp of several answers',
    body: {
      error: { code: 400, message: "Field 'n': Value must be between 1 <= value <= 1", type: 'invalid_request_error' },
    },
    parameters: { n: 2 },
    omitted: ['n'],
  },
  {
    server: 'Anthropic of several answers',
    body: { error: { message: 'n must be 1', type: 'invalid_request_error' } },
    parameters: { n: 2 },
    omitted: ['n'],
  },
  {
    server: 'FastAPI of several answers',
    status: 422,
    body: { detail: [{ type: 'less_than_equal', loc: ['body', 'n'], msg: 'Input should be less than or equal to 1' }] },
    parameters: { n: 2 },
    omitted: ['n'],
  },
  {
    server: 'Anthropic of sampling',
    body: {
      type: 'error',
      error: { type: 'invalid_request_error', message: '`temperature` is deprecated for this model.' },
    },
    parameters: { temperature: 1 },
    omitted: ['temperature'],
  },
  {
    server: 'DeepSeek of a format',
    body: openAi('This response_format type is unavailable now', null, 'invalid_request_error'),
    parameters: { response_format: { type: 'json_schema', json_schema: { name: 'a', schema: {} } } },
    omitted: ['response_format'],
    value: 'json_schema',
  },
  {
    server: 'a server in Rust of a format',
    status: 422,
    body: 'Failed to deserialize the JSON body into the target type: response_format.type: unknown variant `json_schema`, expected `text` or `json_object` at line 1 column 200',
    parameters: { response_format: { type: 'json_schema', json_schema: { name: 'a', schema: {} } } },
    omitted: ['response_format'],
    value: 'json_schema',
  },
  {
    server: 'a server in Rust of a field',
    body: 'Failed to parse the request body as JSON: unknown field `store`, expected one of `model`, `messages`, `temperature`, `user` at line 1 column 9',
    parameters: { store: true, temperature: 1, user: 'u' },
    omitted: ['store'],
  },
  {
    server: 'an older pydantic',
    status: 422,
    body: { detail: [{ loc: ['body', 'user'], msg: 'extra fields not permitted', type: 'value_error.extra' }] },
    parameters: { user: 'u' },
    omitted: ['user'],
  },
  {
    server: 'an older pydantic in words',
    body: {
      message: '1 validation error for Request\nbody -> n\n  extra fields not permitted (type=value_error.extra)',
    },
    parameters: { n: 2, stop: 'n' },
    omitted: ['n'],
  },
  {
    server: 'Fireworks',
    body: openAi("Extra inputs are not permitted, field: 'store', value: False", null, null),
    parameters: { store: false },
    omitted: ['store'],
  },
  {
    server: 'LiteLLM',
    body: {
      error: {
        message:
          "litellm.UnsupportedParamsError: bedrock does not support parameters: ['seed', 'user'], for model=claude. To drop these, set `litellm.drop_params=True`",
        type: 'None',
        param: null,
        code: '400',
      },
    },
    parameters: { seed: 1, user: 'u', temperature: 1 },
    omitted: ['seed', 'user'],
  },
  {
    server: 'OpenRouter, which quotes the provider',
    body: {
      error: {
        message: 'Provider returned error',
        code: 400,
        metadata: {
          raw: JSON.stringify(
            openAi(
              "Unsupported parameter: 'top_p' is not supported with this model.",
              'top_p',
              'unsupported_parameter',
            ),
          ),
          provider_name: 'OpenAI',
        },
      },
    },
    parameters: { top_p: 0.5 },
    omitted: ['top_p'],
  },
  {
    server: 'Ollama of thinking',
    body: { error: { message: '"llama3.2" does not support thinking', type: 'api_error', param: null, code: null } },
    parameters: { reasoning_effort: 'high' },
    omitted: ['reasoning_effort'],
  },
  {
    server: 'vLLM, as Python prints it',
    body: {
      object: 'error',
      message:
        "[{'type': 'extra_forbidden', 'loc': ('body', 'store'), 'msg': 'Extra inputs are not permitted', 'input': True}]",
      type: 'BadRequestError',
      param: null,
      code: 400,
    },
    parameters: { store: true, user: 'u' },
    omitted: ['store'],
  },
  {
    server: 'Cerebras',
    body: {
      message: "body.user: property 'body.user' is unsupported",
      type: 'invalid_request_error',
      param: 'validation_error',
      code: 'wrong_api_format',
    },
    parameters: { user: 'u', store: true },
    omitted: ['user'],
  },
  {
    server: 'Bedrock',
    body: {
      message: 'Malformed input request: #: extraneous key [store] is not permitted, please reformat your input.',
    },
    parameters: { store: true, user: 'u' },
    omitted: ['store'],
  },
  {
    server: 'a server in Go',
    body: { error_code: 'BAD_REQUEST', message: 'Bad request: json: unknown field "stream_options"' },
    parameters: {},
    omitted: ['stream_options'],
  },
  {
    server: 'Cohere',
    status: 422,
    body: { message: "invalid request: parameter 'user' is not a valid field" },
    parameters: { user: 'u' },
    omitted: ['user'],
  },
  {
    server: 'OpenAI of an effort that only other models have',
    body: openAi(
      "Unsupported value: 'reasoning_effort' does not support 'xhigh' with this model. Supported values are: 'minimal', 'low', 'medium', and 'high'.",
      'reasoning_effort',
      'unsupported_value',
    ),
    parameters: { reasoning_effort: 'xhigh' },
    omitted: ['reasoning_effort'],
    value: 'xhigh',
  },
  {
    server: 'OpenAI of a tier',
    body: openAi('Flex is not available for this model.', 'service_tier', null),
    parameters: { service_tier: 'flex' },
    omitted: ['service_tier'],
    value: 'flex',
  },
  {
    server: 'DeepSeek of a choice of tools',
    body: openAi("deepseek-reasoner does not support tool_choice 'required'", null, null),
    parameters: { tool_choice: 'required', tools },
    omitted: ['tool_choice'],
    value: 'required',
  },
  {
    server: 'Kimi of temperature',
    body: openAi('invalid temperature: only 1 is allowed for this model', null, null),
    parameters: { temperature: 0.5 },
    omitted: ['temperature'],
  },
  {
    server: 'a gateway of temperature',
    body: openAi('temperature is incompatible with this model', 'temperature', null),
    parameters: { temperature: 0.5 },
    omitted: ['temperature'],
  },
  {
    server: 'a server that does not know the address of its options',
    status: 404,
    body: openAi("Unsupported parameter: 'store'", 'store', 'unsupported_parameter'),
    parameters: { store: true },
    omitted: ['store'],
  },
];
