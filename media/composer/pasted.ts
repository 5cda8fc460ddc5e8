import { t } from '@vscode/l10n';
/** The part of `DataTransfer` that is read here. */
interface Clipboard {
  getData(format: string): string;
  readonly files: Iterable<File>;
}

/** What is on the clipboard, and what becomes of it in the composer. */
export interface Pasted {
  readonly files: readonly File[];
  /** The text is only another way to say what the files are: it is not pasted. */
  readonly isTextOfFiles: boolean;
}

/**
 * Takes what is on the clipboard apart. File managers put the names of files beside them: there the files are meant. Office
 * programs put a picture of the copied text beside it: there the text is meant. Whoever copies text with pictures in it gets
 * both.
 */
export function readPasted(clipboard: Clipboard): Pasted {
  const text = clipboard.getData('text/plain').trim();
  const dataUrls = pastedDataUrls(clipboard);
  if (dataUrls.length > 0) {
    return { files: dataUrls, isTextOfFiles: true };
  }
  const files = [...clipboard.files];
  const names = files.map((file) => file.name);
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^.*[\\/]/, ''));
  if (files.length > 0 && (text === '' || lines.every((line) => names.includes(line)))) {
    return { files, isTextOfFiles: true };
  }
  const html = clipboard.getData('text/html');
  const isPictureOfText = html !== '' && !/<(img|v:imagedata)\b/i.test(html);
  return { files: isPictureOfText ? [] : [...files, ...picturesWithin(html)], isTextOfFiles: false };
}

/** An address that is all there is of a text: what is at it may be meant. */
export function pastedUrl(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^https?:\/\/[^\s/]\S*$/i.test(trimmed) || trimmed.length > maxUrlLength) {
    return undefined;
  }
  return URL.canParse(trimmed) ? trimmed : undefined;
}

/** What is longer carries data rather than an address. */
const maxUrlLength = 2_000;

/** Pictures that copied text holds itself; those that it only names are not loaded. */
function picturesWithin(html: string): readonly File[] {
  const sources = [...html.matchAll(/<img\b[^>]*?\ssrc="(data:[^"]+)"/gi)].map(([, source = '']) => source);
  return sources.flatMap((source) => decodeDataUrl(source) ?? []);
}

/** Browsers call every picture on the clipboard `image.png`, which tells nothing. */
export function pastedName(file: Pick<File, 'name' | 'type'>): string {
  return /^image\.\w+$/.test(file.name) || file.name === ''
    ? `${t('Pasted image')}.${file.type.split('/')[1]?.replace(/\+.*$/, '') ?? 'png'}`
    : file.name;
}

/** Pictures that were copied as `data:` URLs, one a line and nothing beside them. */
function pastedDataUrls(clipboard: Clipboard): File[] {
  const lines = clipboard.getData('text/plain').trim().split(/\s+/);
  const files = lines.map(decodeDataUrl);
  return files.every((file) => file !== undefined) ? files : [];
}

function decodeDataUrl(text: string): File | undefined {
  const [, type, base64] = /^data:(image\/[\w.+-]+);base64,([\w+/]+=*)$/i.exec(text) ?? [];
  if (type === undefined || base64 === undefined) {
    return undefined;
  }
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return new File([bytes], '', { type });
  } catch {
    return undefined;
  }
}
