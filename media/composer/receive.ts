import type { Services } from '../services';
import { readClipboardImage } from './clipboard-image';
import { readDropped } from './dropped';
import type { PasteOffer } from '../state';
import { pastedName, pastedUrl, readPasted } from './pasted';
import { readFiles } from './read-files';

type Target = Pick<Services, 'post' | 'notify'>;

/** Attaches what was dropped. Whatever else it is, text for example, goes its usual way. */
export function receiveDrop(event: DragEvent, target: Target): void {
  const dropped = event.dataTransfer ? readDropped(event.dataTransfer) : { type: 'other' as const };
  switch (dropped.type) {
    case 'uris':
      event.preventDefault();
      target.post({ type: 'urisDropped', uris: dropped.uris });
      break;
    case 'files':
      event.preventDefault();
      void sendFiles(dropped.files, (file) => file.name, target);
      break;
    case 'links':
      event.preventDefault();
      dropped.urls.forEach((url) => target.post({ type: 'urlAttached', url, how: 'fetch' }));
      break;
    case 'other':
      break;
  }
}

/** Whether what is pasted there is for the next question: in its field, and where nothing is typed at all. */
export function isPastedForQuestion(place: EventTarget | null, composer: HTMLTextAreaElement | null): boolean {
  return place === composer || !(place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement);
}

/**
 * Attaches pictures and files from the clipboard; text beside them is pasted as text. Where the text is an address or looks
 * like paths of files, what is there may be meant: that is offered and nothing else.
 *
 * @param offer is told what to offer now, or that there is nothing to offer any more
 */
export function receivePaste(
  event: ClipboardEvent,
  target: Target,
  offer: (offer: PasteOffer | undefined) => void,
): void {
  if (!event.clipboardData) {
    return;
  }
  const { files, isTextOfFiles } = readPasted(event.clipboardData);
  if (files.length > 0) {
    void sendFiles(files, pastedName, target);
  }
  if (isTextOfFiles) {
    event.preventDefault();
    return;
  }
  const text = event.clipboardData.getData('text/plain');
  if (!(event.target instanceof HTMLTextAreaElement) || text === '') {
    return;
  }
  const url = pastedUrl(text);
  offer(url === undefined ? undefined : { kind: 'url', url });
  if (url === undefined && mayBePaths(text)) {
    target.post({ type: 'pathsPasted', text });
  }
}

/** The host knows whether there are files; it need not be asked about every text. */
function mayBePaths(text: string): boolean {
  return text.length <= 4_000 && /[\\/.]/.test(text) && text.trim().split('\n').length <= 20;
}

/** Answers the host's question for the picture on the clipboard. */
export async function sendClipboardImage(target: Target): Promise<void> {
  const image = await readClipboardImage();
  target.post(image ? { type: 'filesReceived', files: [image] } : { type: 'clipboardImageMissing' });
}

async function sendFiles(files: readonly File[], nameOf: (file: File) => string, target: Target): Promise<void> {
  const read = await readFiles(files, nameOf);
  if (read.files.length > 0) {
    target.post({ type: 'filesReceived', files: read.files });
  }
  if (read.problems.length > 0) {
    target.notify(read.problems.join(' '));
  }
}
