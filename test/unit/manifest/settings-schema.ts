import { inputModalities, outputModalities } from '../../../src/shared/capabilities';
import { parameterSpecs, type ParameterKind, type ParameterSpec } from '../../../src/shared/parameter-specs';

type Schema = Readonly<Record<string, unknown>>;

/** JSON types of the parameters whose form is not told by their kind. */
const jsonTypes: Readonly<Record<string, string | readonly string[]>> = {
  tools: 'array',
  tool_choice: ['string', 'object'],
};

/** The schema of `parameters` in settings: the table of parameters, as VS Code's settings editor wants it. */
export function parametersSchema(): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    markdownDescription:
      'Parameters of chat completions by OpenAI’s names. A value for a model wins over one for its endpoint, and one of the chat (the gear in the panel) over both. `null` says that a value from further away is not sent. Fields that are not listed go into `extra_body`.',
    properties: Object.fromEntries(parameterSpecs.map((spec) => [spec.name, parameterSchema(spec)])),
  };
}

/** The schema of what a person may say of a model. */
export function capabilitiesSchema(): Schema {
  const flag = { type: 'boolean' };
  const count = { type: 'integer', minimum: 1 };
  const dollars = { type: 'number', minimum: 0 };
  const flags = (names: readonly string[]): Schema => closed(Object.fromEntries(names.map((name) => [name, flag])));
  return {
    ...closed({
      input: { ...flags(inputModalities), description: 'What the model takes.' },
      output: { ...flags(outputModalities), description: 'What the model answers with.' },
      tools: { ...flag, description: 'Whether the model calls functions.' },
      reasoning: { ...flag, description: 'Whether the model can think before it answers.' },
      structuredOutput: { ...flag, description: 'Whether answers can be held to a JSON schema.' },
      contextTokens: { ...count, description: 'Tokens of question and answer together.' },
      maxOutputTokens: { ...count, description: 'Tokens of the longest answer.' },
      images: {
        ...closed({
          count: { ...count, description: 'Pictures in one request.' },
          side: { ...count, description: 'Longest side of a picture, in pixels.' },
          pixels: { ...count, description: 'Pixels of a picture.' },
          bytes: { ...count, description: 'Bytes of a picture, before base64.' },
          formats: { type: 'array', items: { type: 'string' }, description: 'Media types such as image/png.' },
        }),
        description: 'Limits of one request.',
      },
      price: {
        ...closed({
          input: dollars,
          output: dollars,
          cachedInput: dollars,
          audioInput: dollars,
          audioOutput: dollars,
          image: { ...dollars, description: 'US dollars for one picture.' },
          request: { ...dollars, description: 'US dollars for one request.' },
        }),
        required: ['input', 'output'],
        description:
          'US dollars for a million tokens. Set it where neither the server nor its list of models tells a price: a gateway on this machine then counts as free, and the monthly budget does not stop it.',
      },
    }),
    markdownDescription: 'What the model can do, where Iris can’t find out. It wins over all other sources.',
  };
}

function closed(properties: Schema): Schema {
  return { type: 'object', additionalProperties: false, properties };
}

function parameterSchema({ name, type, description }: ParameterSpec): Schema {
  return { ...valueSchema(name, type), description };
}

function valueSchema(name: string, type: ParameterKind): Schema {
  switch (type.kind) {
    case 'number':
      return { type: ['number', 'null'], minimum: type.minimum, maximum: type.maximum };
    case 'integer':
      return {
        type: ['integer', 'null'],
        ...(type.minimum > Number.MIN_SAFE_INTEGER && { minimum: type.minimum }),
        ...(type.maximum !== undefined && { maximum: type.maximum }),
      };
    case 'boolean':
      return { type: ['boolean', 'null'] };
    case 'choice':
      return type.open
        ? { anyOf: [{ enum: type.values }, { type: ['string', 'null'] }] }
        : { enum: [...type.values, null] };
    case 'text':
      return { type: ['string', 'null'] };
    case 'texts':
      return {
        type: ['string', 'array', 'null'],
        items: { type: 'string' },
        ...(type.most !== undefined && { maxItems: type.most }),
      };
    case 'json':
      return { type: [jsonTypes[name] ?? 'object', 'null'].flat() };
  }
}
