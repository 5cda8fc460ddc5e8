import { asArray, asRecord } from '../json';

/** Servers that tell more of their models than `GET /models` does. */
export type ServerKind = 'ollama' | 'lmStudio' | 'llamaCpp' | 'liteLlm' | 'xai' | 'gemini';

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

const hosts: Readonly<Record<string, ServerKind>> = {
  'api.x.ai': 'xai',
  'generativelanguage.googleapis.com': 'gemini',
};

/** The ports that servers take unless told otherwise. */
const ports: Readonly<Record<string, ServerKind>> = {
  11434: 'ollama',
  1234: 'lmStudio',
  4000: 'liteLlm',
};

/** Says what a server is by what it answered, then by its address; undefined for all that tell no more. */
export function serverKind({ baseUrl, body, headers }: ServerEvidence): ServerKind | undefined {
  const { hostname, port } = new URL(baseUrl);
  if ([...headers.keys()].some((name) => name.startsWith('x-litellm-'))) {
    return 'liteLlm';
  }
  if (/^llama\.cpp/i.test(headers.get('server') ?? '')) {
    return 'llamaCpp';
  }
  return ownerKind(body) ?? lookUp(hosts, hostname) ?? lookUp(ports, port);
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
