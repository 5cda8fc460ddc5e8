/** Parameters with a few values of which a server may know some: refusing one says nothing of the others. */
const enumerated = new Set([
  'reasoning_effort',
  'verbosity',
  'service_tier',
  'response_format',
  'tool_choice',
  'detail',
]);

/** Codes and words for a value that is not among those of its parameter. */
const otherValues = /\bunsupported[_ ]value\b|\b(?:supported|valid|allowed|permitted|available) values\b/i;
/** OpenAI calls a detail that a model does not have an invalid value. */
const invalidValue = /\binvalid[_ ]value\b/i;

/** By what the value of such a parameter is remembered; undefined for all others, which are refused as such. */
export function valueName(parameter: string, value: unknown): string | undefined {
  if (!enumerated.has(parameter)) {
    return undefined;
  }
  const named: unknown = typeof value === 'object' && value !== null && 'type' in value ? value.type : value;
  return typeof named === 'string' ? named : undefined;
}

/** Whether the words tell that a value is not among those that the server has. */
export function isOtherValue(reason: string, parameter: string): boolean {
  return otherValues.test(reason) || (parameter === 'detail' && invalidValue.test(reason));
}

/** Which of the values that were sent are refused; none where the words are of the parameter as such. */
export function refusedValues(reason: string, parameter: string, values: readonly string[]): readonly string[] {
  // What follows are the values that it does take.
  const [words = ''] = reason.split(/\b(?:(?:supported|valid|allowed|permitted|available) values|expected|instead)\b/i);
  const named = values.filter((value) => stands(value, words));
  const isOfFormatType = parameter === 'response_format' && /\bresponse[_ ]format\W{0,2}type\b/i.test(reason);
  return named.length > 0 || !(isOfFormatType || isOtherValue(reason, parameter)) ? named : values;
}

/** Whether a value stands in the words, in whatever case. */
function stands(value: string, words: string): boolean {
  const escaped = value.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'i').test(words);
}
