import { t } from '@vscode/l10n';
import type { ReceivedFile } from '../../src/shared/protocol';

/** The picture on the clipboard; nothing when there is none or the system does not let it be read. */
export async function readClipboardImage(): Promise<ReceivedFile | undefined> {
  await pageFocus();
  try {
    for (const item of await navigator.clipboard.read()) {
      const type = item.types.find((candidate) => candidate.startsWith('image/'));
      if (type) {
        const bytes = new Uint8Array(await (await item.getType(type)).arrayBuffer());
        const name = `${t('Pasted image')}.${type.slice('image/'.length).replace(/\+.*$/, '')}`;
        return { name, isNameGiven: true, bytes };
      }
    }
  } catch {
    // No permission, or the page has no focus: to the person both are an empty clipboard.
  }
  return undefined;
}

/** Milliseconds to wait for the focus, which VS Code gives to a panel a little after it has shown it. */
const longestFocusWait = 2000;

/** Only a page with the focus may read the clipboard. */
async function pageFocus(): Promise<void> {
  if (!document.hasFocus()) {
    await new Promise((resolve) => {
      window.addEventListener('focus', resolve, { once: true });
      setTimeout(resolve, longestFocusWait);
    });
  }
}
