import type { Endpoint } from '../../model/endpoint';
import type { FailureReason } from '../model-test/failure-reason';

/** What a server said when it was asked for its models. */
export type Listing =
  | { readonly type: 'listed'; readonly models: readonly string[] }
  | { readonly type: 'failed'; readonly reason: FailureReason };

export type ModelRow =
  | { readonly type: 'heading'; readonly endpoint: string }
  | { readonly type: 'model'; readonly endpoint: string; readonly model: string; readonly isCurrent: boolean }
  | { readonly type: 'failure'; readonly endpoint: string; readonly reason: FailureReason };

export interface ModelRowsOptions {
  readonly endpoints: readonly Endpoint[];
  /** By name of endpoint; those that have not answered yet are missing. */
  readonly listings: ReadonlyMap<string, Listing>;
  /** Absent when the built-in engine answers. */
  readonly current: { readonly endpoint: string; readonly model: string } | undefined;
}

/**
 * Lines of the model picker: the current model, then each endpoint with its configured model and those its server
 * lists. What went wrong with a list is a line of its own.
 */
export function modelRows({ endpoints, listings, current }: ModelRowsOptions): readonly ModelRow[] {
  return [
    ...(current ? [{ type: 'model', ...current, isCurrent: true } as const] : []),
    ...endpoints.flatMap((endpoint) => endpointRows(endpoint, listings.get(endpoint.name), current)),
  ];
}

function endpointRows(
  { name, model }: Endpoint,
  listing: Listing | undefined,
  current: ModelRowsOptions['current'],
): readonly ModelRow[] {
  const listed = listing?.type === 'listed' ? listing.models : [];
  const models = [...new Set([model, ...listed])].filter(
    (candidate) => current?.endpoint !== name || current.model !== candidate,
  );
  const rows: readonly ModelRow[] = [
    ...models.map((candidate) => ({ type: 'model', endpoint: name, model: candidate, isCurrent: false }) as const),
    ...(listing?.type === 'failed' ? [{ type: 'failure', endpoint: name, reason: listing.reason } as const] : []),
  ];
  return rows.length === 0 ? [] : [{ type: 'heading', endpoint: name }, ...rows];
}
