const maxLength = 60;
/** Names that Windows keeps for devices, with or without an extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** What no file system takes, what hides in a name, and what turns its direction. */
const forbidden = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A name that every file system takes, made of any text; `otherwise` where nothing of it is left. */
export function fileNameOf(text: string, otherwise: string): string {
  const name = [...text.replace(forbidden, ' ').replace(/\s+/g, ' ')]
    .slice(0, maxLength)
    .join('')
    .replace(/^[ .]+|[ .]+$/g, '');
  return name === '' || reserved.test(name) ? otherwise : name;
}

/** Such a name that no shell takes for more than a word either. */
export function plainFileNameOf(text: string, otherwise: string): string {
  const plain = text.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
  return fileNameOf(plain, otherwise).replace(/[.-]+$/, '');
}
