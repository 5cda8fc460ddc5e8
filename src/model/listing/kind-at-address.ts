/** Servers that tell more of their models than `GET /models` does. */
export type ServerKind = 'ollama' | 'lmStudio' | 'llamaCpp' | 'liteLlm' | 'xai' | 'gemini';

const hosts: ReadonlyMap<string, ServerKind> = new Map([
  ['api.x.ai', 'xai'],
  ['generativelanguage.googleapis.com', 'gemini'],
]);

/** The ports that servers take unless told otherwise. */
const ports: ReadonlyMap<string, ServerKind> = new Map([
  ['11434', 'ollama'],
  ['1234', 'lmStudio'],
  ['4000', 'liteLlm'],
]);

/** What its address tells of a server; undefined where that is nothing. */
export function kindAtAddress(baseUrl: string): ServerKind | undefined {
  const url = URL.parse(baseUrl);
  return url ? (hosts.get(url.hostname) ?? ports.get(url.port)) : undefined;
}
