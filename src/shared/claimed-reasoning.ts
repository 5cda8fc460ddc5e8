/** The reasoning in a text that turned out to be none of the answer: without the closing tag at its end. */
export function claimedReasoning(text: string): string {
  return text
    .trimEnd()
    .replace(/<\/think>$/, '')
    .trim();
}
