import { t } from '@vscode/l10n';
import { parameterProblems } from '../../shared/check-parameters';
import { effectiveParameters } from '../../shared/effective-parameters';
import type { Adjustment } from '../../shared/adjustment';
import type {
  ChatParameters,
  EffectiveParameter,
  ImageDetail,
  JsonObject,
  ParameterLayers,
} from '../../shared/parameters';
import type { ModelMessage } from '../messages';
import { ModelError } from '../model-error';
import type { Api, BodyParameters, RequestPlan } from './api';
import { valueName } from './refused-value';
import { resolveFormat, type ReadSchemaFile } from './response-format';

/** What a question is asked with, before anything that its server refuses is left out. */
export interface AskedParameters {
  /** Whether the answer is to come as it is written. */
  readonly streaming: boolean;
  readonly body: BodyParameters;
  readonly imageDetail: ImageDetail | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly extraBody: JsonObject;
}

/** What is asked of which model, and with what. */
export interface AskedQuestion extends AskedParameters {
  readonly model: string;
  readonly messages: readonly ModelMessage[];
  /** The model is known to think. */
  readonly reasons: boolean;
}

export interface ResolveSettings {
  readonly layers: ParameterLayers;
  readonly api: Api;
  /** Whether the caller reads a stream; the `stream` parameter wins. */
  readonly streaming: boolean;
  readonly readSchemaFile: ReadSchemaFile | undefined;
}

/** Takes the parameters of all layers together. Throws `ModelError` of kind `invalidParameter`. */
export async function resolveParameters(settings: ResolveSettings): Promise<AskedParameters> {
  const effective = effectiveParameters(settings.layers);
  checkParameters(effective, settings.layers);
  const set: ChatParameters = Object.fromEntries(
    effective.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])),
  );
  const { image_detail, extra_headers, extra_query, extra_body = {}, response_format, modalities, ...others } = set;
  const bodyStream = extra_body['stream'];
  const streaming = typeof bodyStream === 'boolean' ? bodyStream : (set.stream ?? settings.streaming);
  const named = new Set<string>(effective.map(({ name }) => name));
  const defaults = Object.entries(settings.api.defaults(streaming)).filter(([name]) => !named.has(name));
  const format = response_format && (await resolveFormat(response_format, settings.readSchemaFile));
  return {
    streaming,
    body: {
      ...others,
      ...Object.fromEntries(defaults),
      ...(format && { response_format: format }),
      // One text is a list of one to whoever types it; servers want the list.
      ...(modalities && { modalities: [modalities].flat() }),
    },
    imageDetail: image_detail,
    headers: extra_headers ?? {},
    query: extra_query ?? {},
    extraBody: extra_body,
  };
}

/** What is in force has to be sendable; what a request brings itself must be known besides. */
function checkParameters(effective: readonly EffectiveParameter[], { chat }: ParameterLayers): void {
  const [found] = [...parameterProblems(chat ?? {}), ...parameterProblems(valuesOf(effective))];
  if (found) {
    throw new ModelError('invalidParameter', t('"{0}" {1}.', found.name, found.problem));
  }
}

function valuesOf(effective: readonly EffectiveParameter[]): JsonObject {
  return Object.fromEntries(effective.map(({ name, value }) => [name, value] as const));
}

/** What servers refuse when the other is missing. */
const meaninglessWithout: Readonly<Record<string, readonly string[]>> = {
  logprobs: ['top_logprobs'],
  modalities: ['audio'],
};

/** What is sent, given what the server is known to refuse. */
export function planRequest(asked: AskedQuestion, adjustments: readonly Adjustment[]): RequestPlan {
  const omissions = adjustments.filter((adjustment) => adjustment.type === 'omitted');
  const omitted = new Set(
    omissions.flatMap(({ parameter, value }) =>
      value === undefined ? [parameter, ...(meaninglessWithout[parameter] ?? [])] : [],
    ),
  );
  const isOmitted = (name: string, value: unknown): boolean =>
    omitted.has(name) ||
    omissions.some((one) => one.parameter === name && one.value !== undefined && one.value === valueName(name, value));
  const streaming = asked.streaming && !omitted.has('stream');
  const kept = Object.entries(asked.body).filter(
    ([name, value]) =>
      !isOmitted(name, value) && (name !== 'stream' || value === streaming) && hasMeaning(name, asked, streaming),
  );
  return {
    model: asked.model,
    messages: asked.messages.map((message) =>
      withDetail(message, asked.imageDetail, (detail) => isOmitted('detail', detail)),
    ),
    parameters: Object.fromEntries(kept),
    ...(asked.body.response_format && { responseFormat: asked.body.response_format }),
    streaming,
    reasons: asked.reasons && !omitted.has('reasoning_effort'),
    withoutSummary: omitted.has('reasoning.summary'),
  };
}

/** OpenAI refuses options of what is not asked for. */
function hasMeaning(name: string, { body, extraBody }: AskedParameters, streaming: boolean): boolean {
  switch (name) {
    case 'stream_options':
      return streaming;
    case 'top_logprobs':
      return body.logprobs === true || extraBody['logprobs'] === true;
    case 'tool_choice':
    case 'parallel_tool_calls':
      return body.tools !== undefined || body.web_search_options !== undefined || extraBody['tools'] !== undefined;
    default:
      return true;
  }
}

/** The body with the names that the server wants, and with the person's own fields, which win. */
export function finishBody(body: JsonObject, extraBody: JsonObject, adjustments: readonly Adjustment[]): JsonObject {
  const names = new Map(
    adjustments.flatMap((adjustment) => (adjustment.type === 'renamed' ? [[adjustment.parameter, adjustment.to]] : [])),
  );
  const renamed = Object.entries(body).map(([name, value]) => [names.get(name) ?? name, value] as const);
  return { ...Object.fromEntries(renamed), ...extraBody };
}

function withDetail(
  message: ModelMessage,
  wanted: ImageDetail | undefined,
  isRefused: (detail: ImageDetail) => boolean,
): ModelMessage {
  if (message.role !== 'user') {
    return message;
  }
  return {
    ...message,
    content: message.content.map((part) => {
      if (part.type !== 'image') {
        return part;
      }
      const { detail = wanted, ...bare } = part;
      return detail === undefined || isRefused(detail) ? bare : { ...bare, detail };
    }),
  };
}
