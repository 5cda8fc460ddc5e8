import type { Adjustment } from '../../shared/adjustment';
import type { JsonObject } from '../../shared/parameters';
import { isSameRefusal } from '../add-adjustment';
import type { Api, RequestPlan, SentParameter } from './api';
import type { FailedRequest } from './failed-request';
import { type RefusedPath, readEvidence } from './refusal-evidence';
import { isOtherValue, refusedValues, valueName } from './refused-value';
import {
  isUnknownField,
  isUnmistakable,
  namesUnknownField,
  namesUnsupported,
  saysUnsupported,
} from './unsupported-words';

export interface SentRequest {
  readonly plan: RequestPlan;
  readonly api: Api;
  /** The person's own fields: what is refused of them is told, not left out. */
  readonly extraBody: JsonObject;
  readonly adjustments: readonly Adjustment[];
}

/** Without tools, an answer would be one to another question. */
const neverOmitted = new Set(['tools']);

/** With which OpenAI and FastAPI refuse fields. */
const usualStatuses = new Set([400, 422]);
/** Those under which gateways and small servers do, and which mostly mean something else. */
const otherStatuses = new Set([403, 404, 405, 500, 501]);

/** Names that belong to a parameter on the way through gateways. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  reasoning_effort: ['reasoning', 'thinking'],
  stream_options: ['include_usage'],
};

/**
 * What to change so that a server which refused a request may take it: from its status, the fields that it points at
 * and, where it points at none, its words. Empty when it is not about a parameter that was sent, or says so in words
 * that are not known.
 */
export function findAdjustments({ error, body }: FailedRequest, request: SentRequest): readonly Adjustment[] {
  const { status } = error;
  if (body === undefined || status === undefined || !(usualStatuses.has(status) || otherStatuses.has(status))) {
    return [];
  }
  const isUsual = usualStatuses.has(status);
  const sent = sentParameters(request);
  const { paths, text } = readEvidence(body);
  const pointed = paths.map((path) => ({ path, of: parameterAt(path.path, sent) }));
  const refused = pointed.flatMap(({ path, of }) =>
    of && isRefusal(path, of) && (isUsual || isUnmistakable(path.reason)) ? [{ of, reason: path.reason }] : [],
  );
  // A server that points elsewhere does not speak of a parameter, whatever words it uses.
  const pointsElsewhere = pointed.some(({ path, of }) => of !== undefined || /^(messages|input)\b/.test(path.path));
  const found =
    refused.length > 0 || pointsElsewhere
      ? refused
      : sent
          .filter(({ parameter, names }) =>
            isUsual ? namesUnsupported(text, parameter, names) : namesUnknownField(text, names),
          )
          .map((of) => ({ of, reason: text }));
  return found
    .flatMap(({ of, reason }) => adjustmentsFor(of, reason))
    .filter((one, index, all) => all.findIndex((other) => isSameRefusal(one, other)) === index);
}

function adjustmentsFor({ parameter, field, values = [] }: SentParameter, reason: string): readonly Adjustment[] {
  if (field === 'max_completion_tokens') {
    return [{ type: 'renamed', parameter, to: 'max_tokens' }];
  }
  if (field === 'max_tokens') {
    return [{ type: 'renamed', parameter, to: 'max_completion_tokens' }];
  }
  const ofValues = isUnknownField(reason) ? [] : refusedValues(reason, parameter, values);
  return ofValues.length > 0
    ? ofValues.map((value) => ({ type: 'omitted', parameter, value }))
    : [{ type: 'omitted', parameter }];
}

function isRefusal({ path, reason }: RefusedPath, { parameter, names, values }: SentParameter): boolean {
  // What lies in a schema, or what a part of a parameter is set to, is for the person to change.
  const isInside = !names.includes(path.toLowerCase());
  if (isInside && (/\bschema\b/.test(path) || (values === undefined && isOtherValue(reason, parameter)))) {
    return false;
  }
  return (
    saysUnsupported(reason, parameter, [...names, ...(values ?? [])]) ||
    (values !== undefined && isOtherValue(reason, parameter))
  );
}

function sentParameters({ plan, api, extraBody, adjustments }: SentRequest): SentParameter[] {
  const renames = new Map(
    adjustments.flatMap((adjustment) => (adjustment.type === 'renamed' ? [[adjustment.parameter, adjustment.to]] : [])),
  );
  const isOwn = (name: string): boolean => (name.split('.')[0] ?? name) in extraBody;
  const parameters: Readonly<Record<string, unknown>> = {
    ...plan.parameters,
    ...(plan.streaming && { stream: true }),
  };
  const sent = Object.entries(parameters)
    .filter(([parameter]) => !neverOmitted.has(parameter))
    .map(([parameter, sentValue]) => {
      const paths = Object.entries(api.wireNames).flatMap(([path, of]) => (of === parameter ? [path] : []));
      const field = renames.get(parameter) ?? paths[0] ?? parameter;
      const names = [field, ...paths, ...(otherNames[parameter] ?? [])].filter((name) => !isOwn(name));
      const value = valueName(parameter, sentValue);
      return { parameter, field, names, ...(value !== undefined && { values: [value] }) };
    })
    .filter(({ field }) => !isOwn(field));
  const details = new Set(
    plan.messages.flatMap(({ role, ...message }) =>
      role === 'user' && 'content' in message
        ? message.content.flatMap((part) => (part.type === 'image' && part.detail ? [part.detail] : []))
        : [],
    ),
  );
  return [
    // First, since it lies inside of a field that another parameter is sent in.
    ...api.extras(plan).filter(({ field }) => !isOwn(field)),
    ...sent,
    ...(details.size > 0 ? [{ parameter: 'detail', field: 'detail', names: ['detail'], values: [...details] }] : []),
  ];
}

/** The parameter that a path is of: its field, something inside of it, or the detail of a picture. */
function parameterAt(path: string, sent: readonly SentParameter[]): SentParameter | undefined {
  const name = path.toLowerCase().replace(/^body\./, '');
  const [field] = name.split(/[.[]/);
  return sent.find(
    ({ parameter, names }) =>
      names.includes(name) ||
      (field !== undefined && names.includes(field)) ||
      (parameter === 'detail' && name.endsWith('.detail')),
  );
}
