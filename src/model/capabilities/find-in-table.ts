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
  const isOwn = ({ hosts }: { readonly hosts: readonly string[] }): boolean =>
    hosts.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host));
  const providers = [...table.providers.filter(isOwn), ...table.providers.filter((provider) => !isOwn(provider))];
  for (const lookUp of [exactly, loosely]) {
    for (const provider of providers) {
      const found = lookUp(provider.models, model);
      if (found) {
        return told(found, { isOwn: isOwn(provider), isLocal: isLocalEndpoint(baseUrl) });
      }
    }
  }
  return undefined;
}

type Models = Readonly<Record<string, ModelCapabilities>>;

function exactly(models: Models, model: string): ModelCapabilities | undefined {
  return Object.hasOwn(models, model) ? models[model] : undefined;
}

/** Pickers look up a thousand models at a time. */
const byNormalizedName = new WeakMap<Models, ReadonlyMap<string, ModelCapabilities>>();

function loosely(models: Models, model: string): ModelCapabilities | undefined {
  let index = byNormalizedName.get(models);
  if (!index) {
    // Of several that differ only in their date the one without is taken, and else the latest.
    const inOrder = Object.entries(models).toSorted(
      ([one], [other]) => other.length - one.length || one.localeCompare(other),
    );
    index = new Map(inOrder.map(([id, facts]) => [normalized(id), facts]));
    byNormalizedName.set(models, index);
  }
  return index.get(normalized(model));
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
