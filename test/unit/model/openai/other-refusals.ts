import { openAi, type Refusal } from './parameter-refusals';

/** Refusals for other reasons, whose words come near. */
export const otherRefusals: readonly Refusal[] = [
  { server: 'no words', body: '', parameters: { n: 2 } },
  {
    server: 'unknown words',
    body: openAi('Bad things happened to temperature.', null, null),
    parameters: { temperature: 1 },
  },
  {
    server: 'a value out of range',
    body: openAi('max_tokens is too large: 100000. This model supports at most 16384.', 'max_tokens', 'invalid_value'),
    parameters: { max_completion_tokens: 100_000 },
  },
  {
    server: 'a value of another kind in words',
    body: openAi("'temperature' is not a valid number", null, null),
    parameters: { temperature: 1 },
  },
  {
    server: 'a value of another kind',
    status: 422,
    body: { detail: [{ type: 'float_parsing', loc: ['body', 'temperature'], msg: 'Input should be a valid number' }] },
    parameters: { temperature: 1 },
  },
  {
    server: 'a role that happens to be a parameter',
    body: openAi("The role 'user' is not supported here.", null, null),
    parameters: { user: 'u' },
  },
  {
    server: 'a message that something is unsupported in',
    body: openAi("Unsupported value: 'messages[0].content' does not support 'stop' here.", 'messages[0].content', null),
    parameters: { stop: 'x' },
  },
  {
    server: 'pictures',
    body: openAi('Image input is not supported by this model; the user must remove it to stop this.', null, null),
    parameters: { user: 'u', stop: 'x' },
  },
  {
    server: 'a schema that is no good',
    body: openAi(
      "Invalid schema for response_format 'a': In context=('properties', 'u'), 'format' is not permitted.",
      'response_format',
      null,
    ),
    parameters: { response_format: { type: 'json_schema', json_schema: { name: 'a', schema: {} } } },
  },
  {
    server: 'a parameter that was not sent',
    body: openAi("Unsupported parameter: 'seed'", 'seed', 'unsupported_parameter'),
    parameters: { temperature: 1 },
  },
  {
    server: 'a field of the person',
    body: openAi("Unsupported parameter: 'temperature'", 'temperature', 'unsupported_parameter'),
    parameters: { temperature: 1, extra_body: { temperature: 0.1 } },
  },
  {
    server: 'tools, without which the answer would be another',
    body: openAi("Unsupported parameter: 'tools' is not supported with this model.", 'tools', 'unsupported_parameter'),
    parameters: { tools: [{ type: 'function', function: { name: 'f' } }] },
  },
  {
    server: 'a bad key',
    status: 401,
    body: openAi("Unsupported parameter: 'seed'", 'seed', 'unsupported_parameter'),
    parameters: { seed: 1 },
  },
  {
    server: 'a format that could not be read',
    status: 500,
    body: { error: 'An unexpected error occurred: response_format parsing failed' },
    parameters: { response_format: { type: 'json_object' } },
  },
  {
    server: 'a crash',
    status: 500,
    body: { error: "TypeError: unexpected keyword 'stop' in stop" },
    parameters: { stop: 'x' },
  },
  {
    server: 'a right that is missing',
    status: 403,
    body: openAi('You are not allowed to sample from this model with parameter: seed', null, null),
    parameters: { seed: 1 },
  },
  {
    server: 'a model that is missing',
    status: 404,
    body: openAi('reasoning_effort: model variant not available', null, null),
    parameters: { reasoning_effort: 'high' },
  },
  {
    server: 'a number above the most',
    body: openAi('top_logprobs 20 is not allowed, maximum is 5', 'top_logprobs', null),
    parameters: { logprobs: true, top_logprobs: 20 },
  },
  {
    server: 'a number above the most, without a place',
    body: openAi('top_logprobs 20 is not allowed, maximum is 5', null, null),
    parameters: { logprobs: true, top_logprobs: 20 },
  },
  {
    server: 'a number below zero',
    body: openAi('seed: negative values are not supported', 'seed', null),
    parameters: { seed: -1 },
  },
  {
    server: 'a tool that is not there',
    body: openAi("tool_choice: function 'foo' is not available in tools", 'tool_choice', null),
    parameters: {
      tools: [{ type: 'function', function: { name: 'bar' } }],
      tool_choice: { type: 'function', function: { name: 'foo' } },
    },
  },
  {
    server: 'texts that are too long',
    body: openAi('metadata values longer than 512 are not allowed', 'metadata.a', null),
    parameters: { metadata: { a: 'b' } },
  },
  {
    server: 'a filter that quotes the question',
    body: openAi("Input rejected: parameter 'store' is not supported by our shop, said the user", null, null),
    parameters: { store: true },
  },
  {
    server: 'messages of one role in a row',
    body: openAi("'user' messages are not allowed after 'user' messages", null, null),
    parameters: { user: 'u' },
  },
  {
    server: 'a user who may not',
    body: openAi("User 'user' is not allowed to use this model", null, null),
    parameters: { user: 'u' },
  },
  {
    server: 'a number outside of the bounds',
    body: openAi('temperature must be between 0 and 1; values above 1 are not supported', 'temperature', null),
    parameters: { temperature: 1.5 },
  },
  {
    server: 'a limit above the most',
    body: openAi(
      'max_completion_tokens: 200000 is not allowed, the maximum for this model is 8192',
      'max_completion_tokens',
      null,
    ),
    parameters: { max_completion_tokens: 200_000 },
  },
  {
    server: 'a voice that it does not have',
    body: openAi(
      "Unsupported value: 'zed' is not supported for audio.voice. Supported values: alloy",
      'audio.voice',
      'unsupported_value',
    ),
    parameters: { modalities: ['text', 'audio'], audio: { voice: 'zed', format: 'wav' } },
  },
  {
    server: 'a keyword of a schema',
    body: openAi(
      "Invalid 'response_format': keyword 'oneOf' is not supported in strict schemas.",
      'response_format',
      null,
    ),
    parameters: { response_format: { type: 'json_schema', json_schema: { name: 'a', schema: { oneOf: [] } } } },
  },
  {
    server: 'a keyword of a schema, by its path',
    body: openAi("'oneOf' is not permitted.", 'response_format.json_schema.schema', null),
    parameters: { response_format: { type: 'json_schema', json_schema: { name: 'a', schema: { oneOf: [] } } } },
  },
];
