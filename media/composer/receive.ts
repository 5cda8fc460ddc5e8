import type { Services } from '../services';
import { readClipboardImage } from './clipboard-image';
import { readDropped } from './dropped';
import { pastedDataUrls, pastedFiles, pastedName } from './pasted';
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

/** Attaches pictures and files from the clipboard; text is pasted as text. */
export function receivePaste(event: ClipboardEvent, target: Target): void {
  const files = event.clipboardData
    ? [...pastedFiles(event.clipboardData), ...pastedDataUrls(event.clipboardData)]
    : [];
  if (files.length > 0) {
    event.preventDefault();
    void sendFiles(files, pastedName, target);
  }
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
