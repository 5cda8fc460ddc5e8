import { randomUUID } from 'node:crypto';

export interface TextClipboard {
  /** '' where there is no text: nothing at all, a picture or files. */
  readText(): PromiseLike<string>;
  writeText(text: string): PromiseLike<void>;
}

/**
 * VS Code tells a selection in the terminal only through the clipboard, whose text is put back afterwards. A mark on the
 * clipboard tells a selection from what was there before. Where there was no text, nothing is written: a picture or files
 * stay unless there is a selection, which is copied as by hand.
 */
export async function terminalSelection(
  clipboard: TextClipboard,
  copySelection: () => Promise<void>,
): Promise<string | undefined> {
  const before = await clipboard.readText();
  if (before === '') {
    await copySelection();
    return orUndefined(await clipboard.readText());
  }
  const mark = `iris-${randomUUID()}`;
  await clipboard.writeText(mark);
  try {
    await copySelection();
    const text = await clipboard.readText();
    return text === mark ? undefined : orUndefined(text);
  } finally {
    await clipboard.writeText(before);
  }
}

function orUndefined(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}
