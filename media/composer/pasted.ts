/** The part of `DataTransfer` that is read here. */
interface Clipboard {
  getData(format: string): string;
  readonly files: Iterable<File>;
}

/**
 * The files to attach from a paste; none when it is text. Office programs put a picture of the copied text beside it, and
 * there the text is meant; file managers put the files' names beside them, and there the files are.
 */
export function pastedFiles(clipboard: Clipboard): File[] {
  const files = [...clipboard.files];
  const text = clipboard.getData('text/plain').trim();
  const names = files.map((file) => file.name);
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^.*[\\/]/, ''));
  return text === '' || lines.every((line) => names.includes(line)) ? files : [];
}

/** Browsers call every picture on the clipboard `image.png`, which tells nothing. */
export function pastedName(file: Pick<File, 'name' | 'type'>): string {
  return /^image\.\w+$/.test(file.name) || file.name === ''
    ? `Pasted image.${file.type.split('/')[1]?.replace(/\+.*$/, '') ?? 'png'}`
    : file.name;
}

/** Pictures that were copied as `data:` URLs, one a line and nothing beside them. */
export function pastedDataUrls(clipboard: Clipboard): File[] {
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
