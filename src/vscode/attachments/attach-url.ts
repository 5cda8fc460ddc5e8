import { randomUUID } from 'node:crypto';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { checkLink, mediaByName, mediaByType, nameOfLink } from '../../attachments/link/check-link';
import { fetchLink, type FetchLinkOptions } from '../../attachments/link/fetch-link';
import { readDataUrl, readLink } from '../../attachments/link/read-link';
import type { Tray } from '../../attachments/tray';
import type { ModelTarget } from '../../model/model-target';
import type { LinkAttachment } from '../../shared/attachment/attachment';
import { MAX_FILE_BYTES } from '../../shared/limits';

/** Where attachments go. */
export type AttachPlace = Pick<Tray, 'add' | 'addAttachments'>;

/** `fetch`: read here and attached as a file is. `passOn`: the model's server gets the address and fetches by itself. */
export type UrlUse = 'fetch' | 'passOn';

/**
 * Attaches what is at an address that the person gave; `data:` URLs are read as they are. Throws `LinkError`. Nothing happens
 * when the person cancels.
 */
export async function attachUrl(
  text: string,
  use: UrlUse,
  { tray, target }: { readonly tray: AttachPlace; readonly target: ModelTarget },
): Promise<void> {
  if (/^\s*data:/i.test(text)) {
    tray.add([readDataUrl(text, MAX_FILE_BYTES)]);
    return;
  }
  const url = checkLink(text);
  // A person whose model runs on this machine works with servers beside it.
  const limits = { maxBytes: MAX_FILE_BYTES, allowPrivate: target.isLocal === true };
  if (use === 'fetch') {
    const file = await withProgress(url, (signal) => readLink(url, { ...limits, signal }));
    if (file) {
      tray.add([file]);
    }
    return;
  }
  const media = mediaByName(url) ?? (await mediaAt(url, limits)) ?? (await askForMedia(url));
  if (media) {
    tray.addAttachments([linkAttachment(url, media)]);
  }
}

function linkAttachment(url: URL, media: LinkAttachment['media']): LinkAttachment {
  const base = { id: randomUUID(), name: nameOfLink(url), parts: [], reasons: [] };
  return { ...base, kind: 'link', url: url.href, media, options: {} };
}

/** Asks the address itself what it is; undefined where that does not become clear. */
async function mediaAt(
  url: URL,
  limits: Omit<FetchLinkOptions, 'signal'>,
): Promise<LinkAttachment['media'] | undefined> {
  try {
    const found = await withProgress(url, (signal) => fetchLink(url, { ...limits, method: 'HEAD', signal }));
    return found && mediaByType(found.contentType);
  } catch {
    // It may be one that only the model's server can reach.
    return undefined;
  }
}

async function askForMedia(url: URL): Promise<LinkAttachment['media'] | undefined> {
  const choice = await vscode.window.showQuickPick(
    [
      { label: t('A picture'), media: 'image' as const },
      { label: t('A sound'), media: 'audio' as const },
      { label: t('A video'), media: 'video' as const },
    ],
    { title: t('Attach from URL'), placeHolder: t('What is at {0}? The server is told that it gets this.', url.host) },
  );
  return choice?.media;
}

/** Undefined when the person cancels. */
async function withProgress<T>(url: URL, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const location = vscode.ProgressLocation.Notification;
  const title = t('Fetching from {0}…', url.host);
  const cancelled = new AbortController();
  return await vscode.window.withProgress({ location, title, cancellable: true }, async (_, token) => {
    token.onCancellationRequested(() => cancelled.abort());
    try {
      return await work(cancelled.signal);
    } catch (error) {
      if (cancelled.signal.aborted) {
        return undefined;
      }
      throw error;
    }
  });
}
