import type { Adjustment } from '../../shared/adjustment';
import type { JsonObject } from '../../shared/parameters';
import type { Api, RequestPlan, SentParameter } from './api';
import type { FailedRequest } from './failed-request';
import { type RefusedPath, readEvidence } from './refusal-evidence';
import { namesUnsupported, saysUnsupported } from './unsupported-words';

export interface SentRequest {
  readonly plan: RequestPlan;
  readonly api: Api;
  /** The person's own fields: what is refused of them is told, not left out. */
  readonly extraBody: JsonObject;
  readonly adjustments: readonly Adjustment[];
}

/** Without tools, an answer would be one to another question. */
const neverOmitted = new Set(['tools']);

/** Besides 400 and 422, with which OpenAI and FastAPI refuse fields, those under which gateways and small servers do. */
const statuses = new Set([400, 403, 404, 405, 422, 500, 501]);

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
  if (body === undefined || error.status === undefined || !statuses.has(error.status)) {
    return [];
  }
  const sent = sentParameters(request);
  const { paths, text } = readEvidence(body);
  const pointed = paths.map((path) => ({ path, of: parameterAt(path.path, sent) }));
  const refused = pointed.flatMap(({ path, of }) => (of && isRefusal(path, of.parameter) ? [of] : []));
  // A server that points elsewhere does not speak of a parameter, whatever words it uses.
  const pointsElsewhere = pointed.some(({ path, of }) => of !== undefined || /^(messages|input)\b/.test(path.path));
  const found =
    refused.length > 0 || pointsElsewhere
      ? refused
      : sent.filter(({ parameter, names }) => namesUnsupported(text, parameter, names));
  return [...new Set(found)].map(adjustmentFor);
}

function adjustmentFor({ parameter, field }: SentParameter): Adjustment {
  if (field === 'max_completion_tokens') {
    return { type: 'renamed', parameter, to: 'max_tokens' };
  }
  return field === 'max_tokens'
    ? { type: 'renamed', parameter, to: 'max_completion_tokens' }
    : { type: 'omitted', parameter };
}

function isRefusal({ reason }: RefusedPath, parameter: string): boolean {
  return (
    saysUnsupported(reason, parameter) ||
    // OpenAI calls a detail that a model does not have an invalid value.
    (parameter === 'detail' && /invalid_value|invalid value/i.test(reason))
  );
}

function sentParameters({ plan, api, extraBody, adjustments }: SentRequest): SentParameter[] {
  const renames = new Map(
    adjustments.flatMap((adjustment) => (adjustment.type === 'renamed' ? [[adjustment.parameter, adjustment.to]] : [])),
  );
  const isOwn = (name: string): boolean => (name.split('.')[0] ?? name) in extraBody;
  const parameters = new Set([...Object.keys(plan.parameters), ...(plan.streaming ? ['stream'] : [])]);
  const sent = [...parameters]
    .filter((parameter) => !neverOmitted.has(parameter))
    .map((parameter) => {
      const paths = Object.entries(api.wireNames).flatMap(([path, of]) => (of === parameter ? [path] : []));
      const field = renames.get(parameter) ?? paths[0] ?? parameter;
      const names = [field, ...paths, ...(otherNames[parameter] ?? [])].filter((name) => !isOwn(name));
      return { parameter, field, names };
    })
    .filter(({ field }) => !isOwn(field));
  const hasDetail = plan.messages.some(
    ({ role, ...message }) =>
      role === 'user' && 'content' in message && message.content.some((part) => part.type === 'image' && part.detail),
  );
  return [
    // First, since it lies inside of a field that another parameter is sent in.
    ...api.extras(plan).filter(({ field }) => !isOwn(field)),
    ...sent,
    ...(hasDetail ? [{ parameter: 'detail', field: 'detail', names: ['detail'] }] : []),
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
