import type { Peer } from '../../../../servers/peers/peer';

/** What aimock keeps of a request; keys are left out. */
export interface JournalEntry {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The requests that came so far, oldest first. */
export async function journalOf(peer: Peer): Promise<readonly JournalEntry[]> {
  const response = await fetch(`${peer.origin}/__aimock/journal`);
  return (await response.json()) as readonly JournalEntry[];
}
