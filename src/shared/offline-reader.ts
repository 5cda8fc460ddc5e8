import type { ModelLabel } from './conversation';

/** What the built-in reader is called in chats that are stored. People read its name in their language. */
export const offlineReader = { endpoint: 'Built-in', model: 'offline-reader' } as const;

export function isOfflineReader({ endpoint, model }: ModelLabel): boolean {
  return endpoint === offlineReader.endpoint && model === offlineReader.model;
}
