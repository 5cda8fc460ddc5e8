import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { ModelError } from '../../model/model-error';
import { parameterProblems } from '../../shared/check-parameters';
import { mergeParameters } from '../../shared/effective-parameters';
import type { ChatParameters, ParameterLayer, ParameterName } from '../../shared/parameters';
import { planTools } from './plan-tools';

export interface PlannedOptions {
  readonly options: vscode.LanguageModelChatRequestOptions;
  /** What was asked for and can't be told to a language model. */
  readonly omitted: readonly ParameterName[];
}

const justification = t('Iris sends it the questions and pictures that you ask about.');

/** Options of the model; which of them it heeds is up to the extension that provides it. */
const modelOptions: Readonly<Partial<Record<ParameterName, string>>> = {
  temperature: 'temperature',
  top_p: 'top_p',
  seed: 'seed',
  stop: 'stop',
  presence_penalty: 'presence_penalty',
  frequency_penalty: 'frequency_penalty',
  max_completion_tokens: 'max_tokens',
  reasoning_effort: 'reasoning_effort',
  verbosity: 'verbosity',
};

/** Heeded in other ways, or without a meaning here. */
const handled: ReadonlySet<ParameterName> = new Set(['tools', 'tool_choice', 'extra_body', 'stream', 'stream_options']);

/** Throws `ModelError` of kind `invalidParameter`, or `unsupported` for tools that a language model can't be given. */
export function planOptions(layer: ParameterLayer = {}): PlannedOptions {
  const [problem] = parameterProblems(layer);
  if (problem) {
    throw new ModelError('invalidParameter', t('"{0}" {1}.', problem.name, problem.problem));
  }
  const parameters = mergeParameters({ chat: layer });
  const names = Object.keys(parameters).filter((name): name is ParameterName => name in parameters);
  const told = names.flatMap((name) => {
    const option = modelOptions[name];
    return option === undefined ? [] : [[option, parameters[name]] as const];
  });
  const options = { ...Object.fromEntries(told), ...parameters.extra_body };
  return {
    options: {
      justification,
      ...(Object.keys(options).length > 0 && { modelOptions: options }),
      ...toolOptions(parameters),
    },
    omitted: names.filter((name) => !modelOptions[name] && !handled.has(name)),
  };
}

function toolOptions(parameters: ChatParameters): vscode.LanguageModelChatRequestOptions {
  const { tools, isRequired } = planTools(parameters);
  const { Auto, Required } = vscode.LanguageModelChatToolMode;
  return tools.length === 0 ? {} : { tools: [...tools], toolMode: isRequired ? Required : Auto };
}
