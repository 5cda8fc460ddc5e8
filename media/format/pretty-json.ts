const indentation = '  ';

/**
 * JSON with line breaks and indentation, every value spelled as it was: long numbers keep their digits.
 *
 * @returns nothing when the text is not JSON
 */
export function prettyJson(text: string): string | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  let result = '';
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    if (token === '}' || token === ']') {
      depth--;
      result = /[{[]$/.test(result) ? result + token : result + lineBreak(depth) + token;
    } else if (token === ',') {
      result += token + lineBreak(depth);
    } else if (token === ':') {
      result += ': ';
    } else {
      result += /[{[]$/.test(result) ? lineBreak(depth) + token : token;
    }
    depth += token === '{' || token === '[' ? 1 : 0;
  }
  return result;
}

function lineBreak(depth: number): string {
  return `\n${indentation.repeat(depth)}`;
}
