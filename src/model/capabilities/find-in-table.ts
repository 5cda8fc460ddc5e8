import type { ModelCapabilities } from '../../shared/capabilities';
import { isLocalEndpoint } from '../endpoint';

/** Models by identifier for each provider, with the hosts that charge its prices; `.example.com` is any host under it. */
export interface CapabilityTable {
  readonly providers: readonly {
    readonly name: string;
    readonly hosts: readonly string[];
    readonly models: Readonly<Record<string, ModelCapabilities>>;
  }[];
}

/** Names before a slash that gateways add to the identifiers of others' models. */
const prefix =
  /^(models|openai|anthropic|google|gemini|mistral|mistralai|deepseek|deepseek-ai|xai|x-ai|groq|together|together_ai|fireworks_ai|azure|cerebras|moonshotai|perplexity|meta-llama|zai|z-ai)\//;

/**
 * What the table tells of a model that a server calls so. Looked for are, in this order, the identifier itself and the
 * identifier in lower case without a known provider's name before a slash, without `:tag` and without a date at its end
 * (`-2024-08-06`, `-20240806`); never a name that is only alike. The provider that answers at that host comes first. A
 * price is told for its own hosts only, and a context, which a server may cut, for none on this machine.
 */
export function findInTable(
  table: CapabilityTable,
  { baseUrl, model }: { readonly baseUrl: string; readonly model: string },
): ModelCapabilities | undefined {
  const { hostname } = new URL(baseUrl);
  const isOwn = ({ hosts }: Provider): boolean =>
    hosts.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host));
  const providers = [...table.providers.filter(isOwn), ...table.providers.filter((provider) => !isOwn(provider))];
  const wanted = normalized(model);
  const found =
    firstOf(providers, ({ models }) => (Object.hasOwn(models, model) ? models[model] : undefined)) ??
    firstOf(providers, ({ models }) => byNormalizedName(models).get(wanted));
  return found && told(found.facts, { isOwn: isOwn(found.provider), isLocal: isLocalEndpoint(baseUrl) });
}

type Models = Readonly<Record<string, ModelCapabilities>>;

type Provider = CapabilityTable['providers'][number];

function firstOf(
  providers: readonly Provider[],
  lookUp: (provider: Provider) => ModelCapabilities | undefined,
): { readonly provider: Provider; readonly facts: ModelCapabilities } | undefined {
  for (const provider of providers) {
    const facts = lookUp(provider);
    if (facts) {
      return { provider, facts };
    }
  }
  return undefined;
}

/** Pickers look up a thousand models at a time. */
const indexes = new WeakMap<Models, ReadonlyMap<string, ModelCapabilities>>();

function byNormalizedName(models: Models): ReadonlyMap<string, ModelCapabilities> {
  let index = indexes.get(models);
  if (!index) {
    // Of several that differ only in their date the one without is taken, and else the latest.
    const ids = Object.keys(models).sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
    index = new Map(ids.flatMap((id) => (models[id] ? [[normalized(id), models[id]]] : [])));
    indexes.set(models, index);
  }
  return index;
}

function normalized(model: string): string {
  return model
    .toLowerCase()
    .replace(prefix, '')
    .replace(/:[^:/]*$/, '')
    .replace(/-\d{4}-?\d{2}-?\d{2}$/, '');
}

function told(
  { price, contextTokens, maxOutputTokens, input, ...facts }: ModelCapabilities,
  { isOwn, isLocal }: { readonly isOwn: boolean; readonly isLocal: boolean },
): ModelCapabilities {
  return {
    ...facts,
    // All models of the table chat; it does not say so for each.
    input: { text: true, ...input },
    output: { text: true },
    ...(contextTokens !== undefined && !isLocal && { contextTokens }),
    ...(maxOutputTokens !== undefined && !isLocal && { maxOutputTokens }),
    ...(price && isOwn && { price }),
  };
}
