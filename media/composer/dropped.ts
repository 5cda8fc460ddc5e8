/** What a drag or the clipboard offers, as the panel takes it. */
export type Dropped =
  /** Resources of VS Code or of the system, which the host can read by itself. */
  | { readonly type: 'uris'; readonly uris: readonly string[] }
  | { readonly type: 'files'; readonly files: readonly File[] }
  /** Addresses on the network, dragged from a browser. */
  | { readonly type: 'links'; readonly urls: readonly string[] }
  /** Text or something unknown: the browser's own business. */
  | { readonly type: 'other' };

/** The part of `DataTransfer` that is read here. */
interface Transfer {
  getData(format: string): string;
  readonly files: Iterable<File>;
}

/** Lists of resources that VS Code puts into a drag from its explorer, tabs and lists. */
const resourceLists = ['application/vnd.code.uri-list', 'text/uri-list'] as const;

/**
 * Resources of VS Code come first: they name the file itself, also on a remote machine. Files from the system come as
 * bytes, since their paths may mean nothing where the extension runs.
 */
export function readDropped(transfer: Transfer): Dropped {
  const resources = [
    ...parseResourceUrls(transfer.getData('ResourceURLs')),
    ...parseUriList(transfer.getData(resourceLists[0])),
  ];
  if (resources.length > 0) {
    return { type: 'uris', uris: unique(resources) };
  }
  const files = [...transfer.files];
  if (files.length > 0) {
    return { type: 'files', files };
  }
  const listed = unique(parseUriList(transfer.getData(resourceLists[1])));
  const uris = listed.filter((uri) => !/^https?:/i.test(uri));
  if (uris.length > 0) {
    return { type: 'uris', uris };
  }
  return listed.length > 0 ? { type: 'links', urls: listed } : { type: 'other' };
}

/** Whether a drag that is still going on can end in the panel; its content is not readable before the drop. */
export function offersAttachments(types: readonly string[]): boolean {
  return types.some((type) => ['files', 'resourceurls', ...resourceLists].includes(type.toLowerCase()));
}

/** A JSON list of URIs. */
function parseResourceUrls(text: string): string[] {
  try {
    const list: unknown = JSON.parse(text || '[]');
    return Array.isArray(list) ? list.filter((uri) => typeof uri === 'string') : [];
  } catch {
    return [];
  }
}

/** RFC 2483: one URI a line, comments start with `#`. */
function parseUriList(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

function unique(uris: readonly string[]): string[] {
  return [...new Set(uris)];
}
