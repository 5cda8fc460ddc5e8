import { openAi, type Refusal } from './parameter-refusals';

/** Refusals of fields in the words of the libraries that check bodies, and by gateways. */
export const fieldRefusals: readonly Refusal[] = [
  {
    server: 'Anthropic of a field',
    body: { type: 'error', error: { type: 'invalid_request_error', message: 'store: Extra inputs are not permitted' } },
    parameters: { store: true },
    omitted: ['store'],
  },
  {
    server: 'zod',
    body: {
      error: {
        issues: [
          { code: 'unrecognized_keys', keys: ['seed'], path: [], message: "Unrecognized key(s) in object: 'seed'" },
        ],
        name: 'ZodError',
      },
    },
    parameters: { seed: 1 },
    omitted: ['seed'],
  },
  {
    server: 'ajv',
    body: { message: "body must NOT have additional properties: 'seed'" },
    parameters: { seed: 1 },
    omitted: ['seed'],
  },
  {
    server: 'jsonschema',
    body: openAi("Additional properties are not allowed ('seed' was unexpected)", null, null),
    parameters: { seed: 1 },
    omitted: ['seed'],
  },
  {
    server: 'serde',
    status: 422,
    body: 'Failed to deserialize the JSON body into the target type: seed: unknown field',
    parameters: { seed: 1 },
    omitted: ['seed'],
  },
  {
    server: 'watsonx',
    body: {
      errors: [{ code: 'json_type_error', message: 'Json document validation error: seed is not a permitted field' }],
    },
    parameters: { seed: 1 },
    omitted: ['seed'],
  },
  {
    server: 'a gateway, in an answer with 200',
    status: 200,
    body: {
      error: { code: 400, message: "Unknown parameter: 'stream_options'.", param: 'stream_options' },
    },
    parameters: {},
    omitted: ['stream_options'],
  },
  {
    server: 'a Python server that fails',
    status: 500,
    body: { detail: "create() got an unexpected keyword argument 'seed'" },
    parameters: { seed: 1 },
    omitted: ['seed'],
  },
];
