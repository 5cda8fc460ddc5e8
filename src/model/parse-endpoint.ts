import { t } from '@vscode/l10n';
import { headerProblem, looksLikeKey } from '../shared/header-problem';
import { parseBaseUrl } from './base-url';
import type { Endpoint, ModelSettings } from './endpoint';
import { parseCapabilities } from './parse-capabilities';
import {
  isFields,
  isFilled,
  parseField,
  parseNumber,
  parseText,
  parseTexts,
  type Fields,
  type Report,
} from './parse-fields';
import { parseParameterLayer } from './parse-parameters';

/**
 * Reads one entry of the setting. Without a name, a URL and a model there is no endpoint; anything else that can't be
 * read is left out of it. Each problem is told as a sentence that begins with `place`, or with the name once it is known.
 */
export function parseEndpoint(entry: unknown, place: string, report: Report): Endpoint | undefined {
  if (!isFields(entry)) {
    report(t('{0} must be an object with "name", "baseUrl" and "model".', place));
    return undefined;
  }
  const name = entry['name'];
  if (!isFilled(name)) {
    report(t('{0} has no "name".', place));
    return undefined;
  }
  const called = t('Endpoint "{0}"', name);
  const address = parseAddress(entry, called, report);
  if (!address) {
    return undefined;
  }
  const model = entry['model'];
  if (!isFilled(model)) {
    report(t('{0} has no "model".', called));
    return undefined;
  }
  return {
    name: name.trim(),
    model: model.trim(),
    ...address,
    ...parseOptions(entry, (text) => report(`${called}: ${text}`)),
  };
}

type Address = Pick<Endpoint, 'baseUrl' | 'apiVersion' | 'deployment'>;

/** What says where requests go: a mistake here leaves no endpoint, for a guess might send them elsewhere. */
function parseAddress(entry: Fields, called: string, report: Report): Address | undefined {
  const baseUrl = entry['baseUrl'];
  if (!isFilled(baseUrl)) {
    report(t('{0} has no "baseUrl".', called));
    return undefined;
  }
  const url = parseBaseUrl(baseUrl);
  if (!url.valid) {
    report(t('{0}: the base URL {1}.', called, url.problem));
    return undefined;
  }
  const { apiVersion, deployment } = entry;
  if (apiVersion !== undefined && !isFilled(apiVersion)) {
    report(t('{0}: "apiVersion" must be a text such as 2024-10-21.', called));
    return undefined;
  }
  if (deployment === undefined) {
    return { baseUrl: url.baseUrl, ...(apiVersion !== undefined && { apiVersion: apiVersion.trim() }) };
  }
  if (!isFilled(deployment) || apiVersion === undefined) {
    report(t('{0}: "deployment" must be the name of an Azure deployment, and needs "apiVersion" beside it.', called));
    return undefined;
  }
  return {
    baseUrl: azureResourceUrl(url.baseUrl),
    apiVersion: apiVersion.trim(),
    deployment: deployment.trim(),
  };
}

/** Azure shows a resource without the path that its API has, and tools show it with the deployment. */
function azureResourceUrl(baseUrl: string): string {
  return `${baseUrl.replace(/\/openai(\/deployments\/[^/]+)?$/, '')}/openai`;
}

function parseOptions(entry: Fields, report: Report): Omit<Endpoint, 'name' | 'model' | keyof Address> {
  const api = parseField(entry, 'api', { accepts: isApi, must: t('"chat" or "responses"'), report });
  const organization = parseText(entry, 'organization', report);
  const project = parseText(entry, 'project', report);
  const headers = parseTexts(entry, 'headers', { called: t('header'), problemOf: headerProblem, report });
  const query = parseTexts(entry, 'query', { called: t('query parameter'), problemOf: queryProblem, report });
  const timeoutSeconds = parseNumber(entry, 'timeoutSeconds', { minimum: 1, maximum: 86_400, whole: false, report });
  const maxRetries = parseNumber(entry, 'maxRetries', { minimum: 0, maximum: 10, whole: true, report });
  const parameters = parseParameterLayer(entry['parameters'], report);
  const models = parseModels(entry, report);
  return {
    ...(api !== undefined && { api }),
    ...(organization !== undefined && { organization }),
    ...(project !== undefined && { project }),
    ...(headers && { headers }),
    ...(query && { query }),
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
    ...(maxRetries !== undefined && { maxRetries }),
    ...(parameters && { parameters }),
    ...(models && { models }),
  };
}

function parseModels(entry: Fields, report: Report): Readonly<Record<string, ModelSettings>> | undefined {
  const must = t('an object of model identifiers and settings');
  const models = parseField(entry, 'models', { accepts: isFields, must, report });
  return (
    models && Object.fromEntries(Object.entries(models).flatMap(([id, value]) => modelSettings(id, value, report)))
  );
}

function modelSettings(id: string, value: unknown, report: Report): [string, ModelSettings][] {
  if (!isFields(value)) {
    report(t('the settings of the model "{0}" must be an object; they are ignored.', id));
    return [];
  }
  const reportModel: Report = (problem) => report(t('the model "{0}": {1}', id, problem));
  const parameters = parseParameterLayer(value['parameters'], reportModel);
  const stated = value['capabilities'];
  const capabilities = stated === undefined ? undefined : parseCapabilities(stated, reportModel);
  return [[id, { ...(parameters && { parameters }), ...(capabilities && { capabilities }) }]];
}

function isApi(value: unknown): value is 'chat' | 'responses' {
  return value === 'chat' || value === 'responses';
}

function queryProblem(name: string, value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return t('must be a text');
  }
  return looksLikeKey(name, value, 'query')
    ? t('looks like a key, which settings must not hold: use Iris: Set API Key')
    : undefined;
}
