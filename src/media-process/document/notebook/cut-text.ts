/** Characters of one output: a data frame or a long traceback fits, an endless log does not. */
const maxCharacters = 16_000;

/** The beginning and the end of a long text, with what is between them counted. */
export function cutText(text: string): string {
  if (text.length <= maxCharacters) {
    return text;
  }
  const head = text.slice(0, maxCharacters / 2);
  const tail = text.slice(-maxCharacters / 2);
  const leftOut = (text.length - maxCharacters).toLocaleString('en-US');
  return `${head}\n[${leftOut} characters are left out here.]\n${tail}`;
}
