/** Whether a question names an attachment as the list of the composer does: as code, by its name or its path. */
export function isMentioned(name: string, question: string): boolean {
  const spans = question.match(/`[^`\n]+`/g) ?? [];
  return spans.some((span) => `/${span.slice(1, -1)}`.endsWith(`/${name.replaceAll('`', "'")}`));
}
