/** Characters: more than a line of the list of chats holds. */
const longest = 100;

/**
 * The first words of a question that was not sent, in one line; empty where something is only attached.
 *
 * @param attached how many attachments it has
 * @returns undefined where nothing is typed or attached
 */
export function draftBeginning(text: string, attached: number): string | undefined {
  // Cut first: what is typed may be a whole file.
  const words = text
    .trimStart()
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' && attached === 0 ? undefined : [...words].slice(0, longest).join('');
}
