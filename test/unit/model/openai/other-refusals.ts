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
];
