import { parseModelList } from './listing/parse-model-list';
import { endpointPresets } from './presets';

export interface LocalServerCandidate {
  readonly label: string;
  readonly baseUrl: string;
}

/** A server that answered on this machine. */
export interface LocalServer extends LocalServerCandidate {
  /** Model identifiers, in the server's order; may be empty. */
  readonly models: readonly string[];
}

export interface FindLocalServersOptions {
  readonly signal?: AbortSignal;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Defaults to the presets that run on this machine, at their usual ports. */
  readonly candidates?: readonly LocalServerCandidate[];
}

/** A server on this machine answers at once, or it is not worth waiting for. */
const patienceMilliseconds = 1_500;

/**
 * Asks the usual ports of this machine for a list of models, all at the same time and without a key. Returns the
 * servers that gave one; throws only the signal's reason.
 */
export async function findLocalServers({
  signal,
  fetch = globalThis.fetch,
  candidates = endpointPresets.filter((preset) => preset.local),
}: FindLocalServersOptions = {}): Promise<readonly LocalServer[]> {
  const patience = AbortSignal.timeout(patienceMilliseconds);
  const init: RequestInit = {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
  };
  const answers = await Promise.all(
    candidates.map(async ({ label, baseUrl }): Promise<LocalServer | undefined> => {
      try {
        const response = await fetch(`${baseUrl}/models`, init);
        const models = response.ok ? parseModelList(await response.json()) : undefined;
        if (!models) {
          // An unread body would keep its connection.
          await response.body?.cancel();
          return undefined;
        }
        return { label, baseUrl, models: models.map(({ id }) => id) };
      } catch {
        // Nothing there, or something else.
        return undefined;
      }
    }),
  );
  signal?.throwIfAborted();
  return answers.filter((answer) => answer !== undefined);
}
