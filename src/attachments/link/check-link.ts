import { t } from '@vscode/l10n';
import { LinkError } from './link-error';

const longestUrl = 8_192;

/** The address as it may be fetched or passed on. Throws `LinkError`. */
export function checkLink(text: string): URL {
  const trimmed = text.trim();
  const url = trimmed.length > longestUrl ? null : URL.parse(trimmed);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new LinkError(
      t('This is not an address that can be attached. Give one that begins with https:// or http://, or a data: URL.'),
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new LinkError(
      t('The address holds a name or password, which Iris sends nowhere. Remove it from the address.'),
    );
  }
  // Servers never see it.
  url.hash = '';
  return url;
}

/** The last part of the path, as a name for what is there. */
export function nameOfLink(url: URL): string {
  const last = url.pathname.split('/').findLast((part) => part !== '');
  const name = last === undefined ? url.hostname : decoded(last);
  // Control and format characters could make a name look like another.
  return name.replace(/[\p{Cc}\p{Cf}/\\]/gu, '').slice(0, 120) || url.hostname;
}

const mediaByExtension: readonly (readonly [RegExp, 'image' | 'audio' | 'video'])[] = [
  [/\.(png|apng|jpe?g|webp|gif|avif|bmp|tiff?|heic|heif)$/i, 'image'],
  [/\.(wav|mp3|m4a|aac|ogg|oga|opus|flac)$/i, 'audio'],
  [/\.(mp4|m4v|mov|webm|mkv|avi)$/i, 'video'],
];

/** What the path says that is there; undefined where it says nothing. */
export function mediaByName(url: URL): 'image' | 'audio' | 'video' | undefined {
  return mediaByExtension.find(([pattern]) => pattern.test(url.pathname))?.[1];
}

/** What a `Content-Type` says that is there. */
export function mediaByType(contentType: string): 'image' | 'audio' | 'video' | undefined {
  const [, kind] = /^\s*(image|audio|video)\//i.exec(contentType) ?? [];
  return (['image', 'audio', 'video'] as const).find((media) => media === kind?.toLowerCase());
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
