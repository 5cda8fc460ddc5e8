import { asArray, asRecord } from '../json';
import { kindAtAddress, type ServerKind } from '../listing/kind-at-address';

export interface ServerEvidence {
  readonly baseUrl: string;
  /** Answer to `GET /models`, and its headers. */
  readonly body: unknown;
  readonly headers: Headers;
}

/** What servers write into `owned_by` of their models. */
const owners: Readonly<Record<string, ServerKind>> = {
  library: 'ollama',
  organization_owner: 'lmStudio',
  llamacpp: 'llamaCpp',
};

/** Says what a server is by what it answered, then by its address; undefined for all that tell no more. */
export function serverKind({ baseUrl, body, headers }: ServerEvidence): ServerKind | undefined {
  if ([...headers.keys()].some((name) => name.startsWith('x-litellm-'))) {
    return 'liteLlm';
  }
  if (/^llama\.cpp/i.test(headers.get('server') ?? '')) {
    return 'llamaCpp';
  }
  return ownerKind(body) ?? kindAtAddress(baseUrl);
}

function ownerKind(body: unknown): ServerKind | undefined {
  const models = asArray(asRecord(body)?.['data']);
  return models
    .map((model) => asRecord(model)?.['owned_by'])
    .map((owner) => (typeof owner === 'string' ? lookUp(owners, owner) : undefined))
    .find((kind) => kind !== undefined);
}

function lookUp(kinds: Readonly<Record<string, ServerKind>>, key: string): ServerKind | undefined {
  return Object.hasOwn(kinds, key) ? kinds[key] : undefined;
}
