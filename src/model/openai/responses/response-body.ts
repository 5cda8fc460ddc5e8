import { t } from '@vscode/l10n';
import type { JsonObject, ParameterName } from '../../../shared/parameters';
import { ModelError } from '../../model-error';
import type { BodyParameters, RequestPlan, ResolvedFormat } from '../api';
import { instructionsIn, toInputItems } from './input-items';
import { flatFunction, flatToolChoice, webSearchTool } from './tools';

/** What chat completions can be asked for and the Responses API cannot. */
const unknownHere = [
  'n',
  'stop',
  'seed',
  'presence_penalty',
  'frequency_penalty',
  'logit_bias',
  'prediction',
  'modalities',
  'audio',
] as const satisfies readonly ParameterName[];

/**
 * The body of `POST /responses` (https://platform.openai.com/docs/api-reference/responses/create). Throws `ModelError`:
 * `invalidParameter` for parameters that it does not have, `unsupported` for media that it does not take.
 */
export function responseBody(plan: RequestPlan): JsonObject {
  const { model, messages, parameters, streaming } = plan;
  refuseUnknown(parameters);
  const { max_completion_tokens, logprobs, top_logprobs, stream_options, ...others } = parameters;
  const { response_format, verbosity, reasoning_effort, tools, tool_choice, web_search_options, ...same } = others;
  const instructions = instructionsIn(messages);
  const withLogprobs = logprobs === true || top_logprobs !== undefined;
  const reasoning = {
    ...(reasoning_effort !== undefined && { effort: reasoning_effort }),
    ...(asksForSummary(plan) && { summary: 'auto' }),
  };
  const text = {
    ...(response_format && { format: flatFormat(response_format) }),
    ...(verbosity !== undefined && { verbosity }),
  };
  const allTools = [
    ...(tools ?? []).map(flatFunction),
    ...(web_search_options ? [webSearchTool(web_search_options)] : []),
  ];
  // Usage comes unasked, and asking for it is an error.
  const { include_usage: _, ...streamOptions } = stream_options ?? {};
  return {
    model,
    ...(instructions !== undefined && { instructions }),
    input: toInputItems(messages),
    ...(streaming && { stream: true }),
    ...(Object.keys(streamOptions).length > 0 && { stream_options: streamOptions }),
    ...(max_completion_tokens !== undefined && { max_output_tokens: max_completion_tokens }),
    ...(Object.keys(reasoning).length > 0 && { reasoning }),
    ...(Object.keys(text).length > 0 && { text }),
    ...(allTools.length > 0 && { tools: allTools }),
    ...(tool_choice !== undefined && { tool_choice: flatToolChoice(tool_choice) }),
    ...(top_logprobs !== undefined && { top_logprobs }),
    ...(withLogprobs && { include: ['message.output_text.logprobs'] }),
    ...same,
  };
}

/** Models that are known to think, or are told how much, are asked what they thought. */
export function asksForSummary({ parameters, reasons, withoutSummary }: RequestPlan): boolean {
  return !withoutSummary && (reasons === true || parameters.reasoning_effort !== undefined);
}

function refuseUnknown(parameters: BodyParameters): void {
  const names = unknownHere.filter((name) => parameters[name] !== undefined).map((name) => `"${name}"`);
  if (names.length > 0) {
    throw new ModelError(
      'invalidParameter',
      names.length === 1
        ? t(
            '{0} is not known to the Responses API: remove it, or set "api" of this endpoint to "chat".',
            names.join(', '),
          )
        : t(
            '{0} are not known to the Responses API: remove them, or set "api" of this endpoint to "chat".',
            names.join(', '),
          ),
    );
  }
}

function flatFormat(format: ResolvedFormat): JsonObject {
  return format.type === 'json_schema' ? { type: format.type, ...format.json_schema } : format;
}
