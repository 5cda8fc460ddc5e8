import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { chatMarkdown } from '../../features/chat-export/chat-markdown';
import { fileNameOf } from '../../features/chat-export/file-name';
import type { BlobReference } from '../../shared/blob';
import type { ChatFormat } from '../../shared/chat-format';
import type { ConversationState } from '../../shared/conversation';
import type { BlobStore } from '../../store/blob-store';
import type { ConversationStore } from '../../store/conversation-store';

export interface ChatFileServices {
  readonly store: ConversationStore;
  readonly blobs: BlobStore;
  /** Chats have come that were not there before. */
  readonly onImport: () => void;
}

const extensions: Readonly<Record<ChatFormat, string>> = { markdown: 'md', html: 'html', json: 'json' };

/** Bytes of one blob that is written into a page. */
const maxEmbeddedBytes = 20 * 1024 * 1024;
/** Bytes of media that are written into one file: what is larger could not be read again as one text. */
const maxFileMediaBytes = 250 * 1024 * 1024;

/** Chats as files that the person chooses, and as text on the clipboard. */
export class ChatFiles {
  readonly #services: ChatFileServices;

  constructor(services: ChatFileServices) {
    this.#services = services;
  }

  async export(id: string, format: ChatFormat): Promise<void> {
    const state = await this.#read(id);
    const target = await vscode.window.showSaveDialog({
      title: t('Export Chat'),
      filters: { [extensions[format].toUpperCase()]: [extensions[format]] },
      defaultUri: defaultTarget(`${fileNameOf(state.title, 'chat')}.${extensions[format]}`),
    });
    if (!target) {
      return;
    }
    const lost = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: t('Exporting the chat…') },
      () => this.#write(state, format, target),
    );
    const name = target.path.split('/').at(-1) ?? '';
    const open = t('Open');
    const choice = await vscode.window.showInformationMessage(
      lost === 0
        ? t('The chat was exported to {0}.', name)
        : t('The chat was exported to {0}, without media that is gone or too large ({1}).', name, lost),
      open,
    );
    if (choice === open) {
      await (format === 'html'
        ? vscode.env.openExternal(target)
        : vscode.commands.executeCommand('vscode.open', target));
    }
  }

  async copy(id: string): Promise<void> {
    await vscode.env.clipboard.writeText(chatMarkdown(await this.#read(id)).text);
  }

  /** Keeps the chats of a file that the person chooses as new ones; resolves to their identifiers. */
  async import(): Promise<readonly string[]> {
    const [file] =
      (await vscode.window.showOpenDialog({
        title: t('Import Chats'),
        openLabel: t('Import'),
        filters: { JSON: ['json'] },
      })) ?? [];
    if (!file) {
      return [];
    }
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > 2 * maxFileMediaBytes) {
      throw new Error(t('This file is too large to be chats that Iris has exported. Nothing was imported.'));
    }
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const { importChats, readChats } = await import('../../features/chat-import/main');
    const read = readChats(text);
    if (read.status === 'refused') {
      throw new Error(read.reason);
    }
    const ids = await importChats(read, this.#services);
    this.#services.onImport();
    const lost = read.chats.reduce((count, chat) => count + chat.lostAttachments, 0);
    void vscode.window.showInformationMessage(
      [
        ids.length === 1 ? t('1 chat was imported.') : t('{0} chats were imported.', ids.length),
        read.skipped > 0 && t('What could not be read was left out: {0} of the chats.', read.skipped),
        lost > 0 && t('Attachments that the file does not hold were left out: {0}.', lost),
      ]
        .filter((sentence) => sentence !== false)
        .join(' '),
    );
    return ids;
  }

  async #read(id: string): Promise<ConversationState> {
    const state = await this.#services.store.read(id);
    if (!state) {
      throw new Error(t('This chat is not on the disk. Ask something in it first.'));
    }
    return state;
  }

  /** Resolves to how many media could not be written. */
  async #write(state: ConversationState, format: ChatFormat, target: vscode.Uri): Promise<number> {
    if (format === 'markdown') {
      return await this.#writeMarkdown(state, target);
    }
    const { chatHtml, chatJson } = await import('../../features/chat-export/main');
    let lost = 0;
    let left = maxFileMediaBytes;
    const read = async (blob: BlobReference): Promise<Uint8Array | undefined> => {
      const isTooLarge = blob.byteLength > left || (format === 'html' && blob.byteLength > maxEmbeddedBytes);
      const bytes = isTooLarge ? undefined : await this.#bytes(blob);
      lost += bytes ? 0 : 1;
      left -= bytes?.byteLength ?? 0;
      return bytes;
    };
    const text = format === 'html' ? await chatHtml(state, read) : await chatJson(state, read);
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return lost;
  }

  async #writeMarkdown(state: ConversationState, target: vscode.Uri): Promise<number> {
    const folder = await freeFolder(target);
    const { text, media } = chatMarkdown(state, folder.path.split('/').at(-1) ?? '');
    let lost = 0;
    for (const { name, blob } of media) {
      const bytes = await this.#bytes(blob);
      if (bytes) {
        await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), bytes);
      } else {
        lost++;
      }
    }
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return lost;
  }

  async #bytes({ sha256 }: BlobReference): Promise<Uint8Array | undefined> {
    // What is gone or damaged is left out; the chat itself is still worth having.
    return await this.#services.blobs.get(sha256).catch(() => undefined);
  }
}

function defaultTarget(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.file(name);
}

/** The media folder beside a file: one that is not there yet, since the person agreed to overwrite the file alone. */
async function freeFolder(target: vscode.Uri): Promise<vscode.Uri> {
  const stem = (target.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${stem}-media` : `${stem}-media-${number}`;
    const folder = vscode.Uri.joinPath(target, '..', name);
    try {
      await vscode.workspace.fs.stat(folder);
    } catch {
      return folder;
    }
  }
}
