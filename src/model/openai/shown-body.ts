import { setImmediate as turn } from 'node:timers/promises';
import type { JsonObject } from '../../shared/parameters';
import { mediaPlaceholder } from '../media-placeholder';
import { asRecord } from '../json';
import { withoutSecretFields } from '../secret-fields';
import type { StoredParts } from './stored-parts';

/** Media in the text of a data URL, and base64 that is too long to be anything else. */
const shortestBase64 = 256;
const dataUrl = /^data:(?<mediaType>[\w.+-]+\/[\w.+-]+)(?:;[\w.+-]+=[^;,]*)*;base64,/i;
const inner = /data:[\w.+-]+\/[\w.+-]+(?:;[\w.+-]+=[^;,\s]*)*;base64,[A-Za-z0-9+/_=-]+/gi;

/**
 * A body as it may be shown: every picture, sound, video and file in it is replaced by what `mediaPlaceholder` says of
 * it, and what goes by the name of a secret is hidden. Hashing happens between other work, one piece of media at a time,
 * so that it does not hold up an answer; what holds none is there at once.
 */
export function shownBody(body: JsonObject, shown: ShownBodyOptions): unknown {
  const found: Found[] = [];
  const copy = copied(withoutSecretFields(body), found, shown);
  return found.length === 0 ? copy : withPlaceholders(copy, found);
}

export interface ShownBodyOptions {
  readonly hideSecrets: (text: string) => string;
  /** What the placeholders in the body stand for. */
  readonly stored: StoredParts;
}

interface Found {
  readonly mediaType: string;
  readonly base64: string;
  readonly put: (placeholder: string) => void;
}

async function withPlaceholders(copy: unknown, found: readonly Found[]): Promise<unknown> {
  for (const { mediaType, base64, put } of found) {
    await turn();
    put(mediaPlaceholder({ mediaType, bytes: Buffer.from(base64, 'base64') }));
  }
  return copy;
}

function copied(value: unknown, found: Found[], shown: ShownBodyOptions): unknown {
  const { hideSecrets, stored } = shown;
  if (typeof value === 'string') {
    return value.length < shortestBase64 ? hideSecrets(value) : hideSecrets(withoutInnerMedia(value));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
  for (const [name, item] of Object.entries(value)) {
    const media = typeof item === 'string' ? mediaIn(name, item, asRecord(value)) : undefined;
    const part = media && stored.get(media.base64);
    if (part) {
      Reflect.set(copy, name, mediaPlaceholder(part.media));
      continue;
    }
    if (media) {
      found.push({ ...media, put: (placeholder) => Reflect.set(copy, name, placeholder) });
    }
    Reflect.set(copy, name, media ? '' : copied(item, found, shown));
  }
  return copy;
}

/** A text that is media as a whole: a data URL, or the `data` of an `input_audio`. */
function mediaIn(
  name: string,
  text: string,
  parent: Readonly<Record<string, unknown>> | undefined,
): Omit<Found, 'put'> | undefined {
  const head = dataUrl.exec(text.slice(0, 200));
  if (head) {
    return { mediaType: head.groups?.['mediaType'] ?? '', base64: text.slice(head[0].length) };
  }
  const format = parent?.['format'];
  if (name === 'data' && typeof format === 'string' && /^[\w.+-]+$/.test(format)) {
    return { mediaType: `audio/${format}`, base64: text };
  }
  return text.length >= shortestBase64 && /^[A-Za-z0-9+/_=-]{256}/.test(text) && !/[^A-Za-z0-9+/_=-]/.test(text)
    ? { mediaType: 'application/octet-stream', base64: text }
    : undefined;
}

/** Data URLs inside of a longer text, which a person may have pasted. */
function withoutInnerMedia(text: string): string {
  return text.includes(';base64,')
    ? text.replace(inner, (url) => {
        const head = dataUrl.exec(url);
        const mediaType = head?.groups?.['mediaType'] ?? '';
        return mediaPlaceholder({ mediaType, bytes: Buffer.from(url.slice(head?.[0].length), 'base64') });
      })
    : text;
}
