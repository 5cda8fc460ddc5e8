import { t } from '@vscode/l10n';
import type { NewAttachment } from '../new-attachment';
import { sniff } from '../sniff';
import { nameOfLink } from './check-link';
import { type FetchedLink, fetchLink, type FetchLinkOptions } from './fetch-link';
import { LinkError } from './link-error';

/** What is at an address, as something to be attached. Throws `LinkError`, or the signal's reason. */
export async function readLink(link: URL, options: FetchLinkOptions): Promise<NewAttachment> {
  const fetched = await fetchLink(link, options);
  if (isWebPage(fetched)) {
    throw new LinkError(
      t(
        'What is at {0} is a web page. Give the address of the picture, document or recording in it, or attach a screenshot.',
        fetched.url.host,
      ),
    );
  }
  return { name: nameOfLink(fetched.url), bytes: fetched.bytes };
}

const dataUrlPattern = /^data:(?<type>[^,]*?)(?<base64>;\s*base64)?,/i;

/** The bytes of a `data:` URL. Throws `LinkError`. */
export function readDataUrl(text: string, maxBytes: number): NewAttachment {
  const trimmed = text.trim();
  const head = dataUrlPattern.exec(trimmed.slice(0, 1_024));
  if (!head) {
    throw new LinkError(t('This data: URL has no data. Copy all of it and paste it again.'));
  }
  const data = trimmed.slice(head[0].length);
  if (data.length > maxBytes * 3) {
    throw new LinkError(
      t('This data: URL holds more than the {0} MB that are read. Attach the file.', Math.round(maxBytes / 1e6)),
    );
  }
  const bytes = head.groups?.['base64'] ? fromBase64(data) : fromPercents(data);
  if (!bytes || bytes.byteLength === 0 || bytes.byteLength > maxBytes) {
    throw new LinkError(t('This data: URL is damaged or cut off. Copy all of it and paste it again.'));
  }
  const [, extension = 'file'] = /^\w+\/(?:x-)?([\w-]+)/.exec(head.groups?.['type'] ?? '') ?? [];
  return { name: `pasted.${extension === 'plain' ? 'txt' : extension}`, bytes };
}

function isWebPage({ bytes, contentType }: FetchedLink): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart();
  return (
    sniff(bytes).kind === 'text' &&
    (/^\s*(text\/html|application\/xhtml\+xml)\b/i.test(contentType) || /^<(!doctype html|html)\b/i.test(start))
  );
}

function fromBase64(data: string): Uint8Array | undefined {
  const text = /%[0-9a-f]{2}/i.test(data) ? decodeURIComponentOr(data) : data;
  const clean = text?.replace(/\s/g, '');
  return clean !== undefined && /^[A-Za-z0-9+/_-]*={0,2}$/.test(clean) ? Buffer.from(clean, 'base64') : undefined;
}

function fromPercents(data: string): Uint8Array | undefined {
  if (/%(?![0-9a-f]{2})/i.test(data)) {
    return undefined;
  }
  const bytes = data.replace(/[^\x00-\x7f]/gu, encodeURIComponent);
  return Buffer.from(
    bytes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
}

function decodeURIComponentOr(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
