import { t } from '@vscode/l10n';
import type { LanguageModelChatTool } from 'vscode';
import { ModelError } from '../../model/model-error';
import { isJsonObject } from '../../shared/is-json';
import type { ChatParameters, JsonObject } from '../../shared/parameters';

export interface PlannedTools {
  /** Empty where none may be called. */
  readonly tools: readonly LanguageModelChatTool[];
  /** Whether one of them must be called. */
  readonly isRequired: boolean;
}

/**
 * The tools of a request as VS Code's language models take them: functions, of which any may be called or one must be.
 * They know no name of the one that must be called, so it is the only one that they get then. Throws `ModelError` of kind
 * `unsupported` for other tools and choices, and of kind `invalidParameter` for a choice that is not among the tools.
 */
export function planTools({ tools = [], tool_choice: choice = 'auto' }: ChatParameters): PlannedTools {
  if (choice === 'none') {
    return { tools: [], isRequired: false };
  }
  const functions = functionsOf(tools);
  if (choice === 'auto' || choice === 'required') {
    return { tools: functions, isRequired: choice === 'required' };
  }
  const chosen = nameOf(choice);
  const named = functions.filter(({ name }) => name === chosen);
  if (named.length === 0) {
    throw new ModelError('invalidParameter', t('"tool_choice" names "{0}", which is none of the tools.', chosen));
  }
  return { tools: named, isRequired: true };
}

function functionsOf(tools: readonly JsonObject[]): readonly LanguageModelChatTool[] {
  const others = tools.filter((tool) => tool['type'] !== 'function').map(({ type }) => String(type));
  if (others.length > 0) {
    throw new ModelError(
      'unsupported',
      t('Language models of VS Code take only functions as tools, not {0}.', [...new Set(others)].join(', ')),
    );
  }
  return tools.flatMap((tool) => {
    const called = tool['function'];
    return isJsonObject(called) && typeof called['name'] === 'string' ? [toTool(called['name'], called)] : [];
  });
}

function toTool(name: string, { description, parameters }: JsonObject): LanguageModelChatTool {
  return {
    name,
    description: typeof description === 'string' ? description : '',
    ...(isJsonObject(parameters) && { inputSchema: parameters }),
  };
}

/** Also as the Responses API writes it, with the name beside the type. */
function nameOf(choice: string | JsonObject): string {
  if (isJsonObject(choice) && choice['type'] === 'function') {
    const called = choice['function'];
    const name = isJsonObject(called) ? called['name'] : choice['name'];
    if (typeof name === 'string') {
      return name;
    }
  }
  const given = isJsonObject(choice) ? choice['type'] : choice;
  throw new ModelError(
    'unsupported',
    t(
      'Language models of VS Code know none, auto, required and a function as "tool_choice", not {0}.',
      JSON.stringify(given),
    ),
  );
}
