import * as vscode from 'vscode';
import type { Attachment } from '../../shared/attachment/attachment';
import { blobUri } from '../blobs/blob-uri';
import { exists } from '../workspace/exists';
import { openLink } from './answer-actions';

/** Opens the file that was attached; where it is gone, or never was one, the bytes as they were attached. */
export async function openAttachment(attachment: Attachment): Promise<void> {
  const file = attachment.origin === undefined ? undefined : vscode.Uri.parse(attachment.origin);
  if (file && (await exists(file))) {
    await open(file, attachment);
  } else if (attachment.kind === 'link') {
    await openLink(attachment.url);
  } else {
    await open(blobUri(attachment.source, attachment.name), attachment);
  }
}

/** Opens exactly the bytes that are, or were, sent: those of one part. */
export async function inspectAttachment(attachment: Attachment, index: number): Promise<void> {
  const part = attachment.parts[index];
  if (part?.type === 'link') {
    await openLink(part.url);
  } else if (part) {
    await open(blobUri(part.blob, attachment.name), attachment);
  }
}

async function open(uri: vscode.Uri, attachment: Attachment): Promise<void> {
  const lines = attachment.kind === 'text' ? attachment.lines : undefined;
  // Only the file itself has these lines: the stored text begins with the first of them.
  const selection =
    lines && uri.toString() === attachment.origin && new vscode.Range(lines.first - 1, 0, lines.last, 0);
  await vscode.commands.executeCommand('vscode.open', uri, { preview: true, ...(selection && { selection }) });
}
