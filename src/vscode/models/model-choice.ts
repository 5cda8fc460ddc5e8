/** A model of an endpoint, one that another extension provides to VS Code, or the built-in engine. */
export type ModelChoice =
  | { readonly type: 'offline' }
  | { readonly type: 'endpoint'; readonly endpoint: string; readonly model: string }
  | LanguageModelChoice;

/** A language model of VS Code; identifiers are unique only within their vendor. */
export interface LanguageModelChoice {
  readonly type: 'languageModel';
  readonly vendor: string;
  readonly id: string;
  /** Its name when it was chosen. */
  readonly label: string;
}

/** Tells a choice from all others, in this session and the next. */
export function choiceKey(choice: ModelChoice): string {
  switch (choice.type) {
    case 'offline':
      return 'offline';
    case 'endpoint':
      return JSON.stringify([choice.type, choice.endpoint, choice.model]);
    case 'languageModel':
      return JSON.stringify([choice.type, choice.vendor, choice.id]);
  }
}

/** Whether something that was stored earlier is a choice. */
export function isModelChoice(value: unknown): value is ModelChoice {
  if (typeof value !== 'object' || value === null || !('type' in value)) {
    return false;
  }
  const hasTexts = (...names: readonly string[]): boolean =>
    names.every((name) => typeof Reflect.get(value, name) === 'string');
  return (
    value.type === 'offline' ||
    (value.type === 'endpoint' && hasTexts('endpoint', 'model')) ||
    (value.type === 'languageModel' && hasTexts('vendor', 'id', 'label'))
  );
}
