import { parseBaseUrl } from './base-url';
import { endpointOrigin } from './endpoint';

/** A process environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** An endpoint that OpenAI's own environment variables describe. */
export interface EnvironmentOffer {
  readonly name: string;
  readonly baseUrl: string;
  readonly hasKey: boolean;
}

const openAiBaseUrl = 'https://api.openai.com/v1';

/** What `OPENAI_API_KEY` and `OPENAI_BASE_URL` offer; undefined when neither is set, or the URL is no good. */
export function environmentOffer(environment: Environment): EnvironmentOffer | undefined {
  const hasKey = readVariable(environment, 'OPENAI_API_KEY') !== undefined;
  const url = readVariable(environment, 'OPENAI_BASE_URL');
  if (!hasKey && url === undefined) {
    return undefined;
  }
  const result = parseBaseUrl(url ?? openAiBaseUrl);
  if (!result.valid) {
    return undefined;
  }
  return { name: `${new URL(result.baseUrl).host} (environment)`, baseUrl: result.baseUrl, hasKey };
}

/**
 * The key in the environment, for an endpoint at the origin that the environment names and for no other. Read when a
 * request is made; never store it.
 */
export function environmentKey(environment: Environment, baseUrl: string): string | undefined {
  const offer = environmentOffer(environment);
  return offer && endpointOrigin(offer.baseUrl) === endpointOrigin(baseUrl)
    ? readVariable(environment, 'OPENAI_API_KEY')
    : undefined;
}

function readVariable(environment: Environment, name: string): string | undefined {
  return environment[name]?.trim() || undefined;
}
