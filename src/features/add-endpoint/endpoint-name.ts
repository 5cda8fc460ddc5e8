import { t } from '@vscode/l10n';

/** The name itself, or with the first number that makes it unique: "OpenAI", "OpenAI 2", "OpenAI 3". */
export function uniqueName(name: string, taken: readonly string[]): string {
  let unique = name;
  for (let number = 2; taken.includes(unique); number++) {
    unique = `${name} ${number}`;
  }
  return unique;
}

/** What is wrong with a name, as a sentence. */
export function nameProblem(name: string, taken: readonly string[]): string | undefined {
  if (name === '') {
    return t('Enter a name.');
  }
  return taken.includes(name) ? t('There is an endpoint named "{0}" already.', name) : undefined;
}
