import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { plainFileNameOf } from '../../features/chat-export/file-name';
import { otherVersionCount } from '../../features/chat-export/transcript';
import type { MarkdownChat } from '../../features/chat-export/chat-markdown';
import { unsentOriginals } from '../../features/chat-export/unsent-originals';
import type { BlobReference } from '../../shared/blob';
import type { ChatFormat } from '../../shared/chat-format';
import type { ConversationState } from '../../shared/conversation';
import type { BlobStore } from '../../store/blob-store';
import type { ConversationStore } from '../../store/conversation-store';
import { chooseTarget } from '../choose-target';
import { agreeToOriginals } from './agree-to-originals';
import { chooseVersions } from './choose-versions';

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

interface WrittenFile {
  readonly format: ChatFormat;
  readonly target: vscode.Uri;
  readonly allVersions: boolean;
}

/** Chats as files that the person chooses, and as text on the clipboard. */
export class ChatFiles {
  readonly #services: ChatFileServices;

  constructor(services: ChatFileServices) {
    this.#services = services;
  }

  async export(id: string, format: ChatFormat): Promise<void> {
    const state = await this.#read(id);
    const others = otherVersionCount(state);
    const versions = format === 'json' || others === 0 ? 'all' : await chooseVersions(others);
    if (!versions) {
      return;
    }
    const originals = format === 'json' ? unsentOriginals(state) : 0;
    if (originals > 0 && !(await agreeToOriginals(originals))) {
      return;
    }
    const extension = extensions[format];
    const target = await chooseTarget({
      title: t('Export Chat'),
      name: `${plainFileNameOf(state.title, 'chat')}-${today()}.${extension}`,
      filters: { [extension.toUpperCase()]: [extension] },
    });
    if (!target) {
      return;
    }
    const allVersions = versions === 'all';
    const lost = await vscode.window.withProgress(
      // In the status bar: a notification that goes at once can take the one that follows it away from sight.
      { location: vscode.ProgressLocation.Window, title: t('Exporting the chat…') },
      () => this.#write(state, { format, target, allVersions }),
    );
    const name = target.path.split('/').at(-1) ?? '';
    const open = t('Open');
    const choice = await vscode.window.showInformationMessage(
      [
        lost === 0
          ? t('The chat was exported to {0}.', name)
          : t('The chat was exported to {0}, without media that is gone or too large ({1}).', name, lost),
        ...(allVersions ? [] : [versionsLeftOut(others)]),
      ].join(' '),
      open,
    );
    if (choice === open) {
      await (format === 'html'
        ? vscode.env.openExternal(target)
        : vscode.commands.executeCommand('vscode.open', target));
    }
  }

  /** Puts a chat on the clipboard; resolves to what the person is told of that. */
  async copy(id: string): Promise<string> {
    const state = await this.#read(id);
    const { chatMarkdown, transcript } = await import('../../features/chat-export/main');
    await vscode.env.clipboard.writeText(chatMarkdown(transcript(state, { allVersions: false })).text);
    const others = otherVersionCount(state);
    return [
      t('The chat was copied as Markdown, without its media.'),
      ...(others === 0 ? [] : [versionsLeftOut(others)]),
    ].join(' ');
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
        lost > 0 && leftOut(lost),
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
  async #write(state: ConversationState, { format, target, allVersions }: WrittenFile): Promise<number> {
    const { chatHtml, chatJson, chatMarkdown, transcript } = await import('../../features/chat-export/main');
    if (format === 'markdown') {
      const folder = await freeFolder(target);
      const folderName = folder.path.split('/').at(-1) ?? '';
      const chat = chatMarkdown(transcript(state, { allVersions }), folderName);
      return await this.#writeMarkdown(chat, { target, folder });
    }
    let lost = 0;
    let left = maxFileMediaBytes;
    const read = async (blob: BlobReference): Promise<Uint8Array | undefined> => {
      const isTooLarge = blob.byteLength > left || (format === 'html' && blob.byteLength > maxEmbeddedBytes);
      const bytes = isTooLarge ? undefined : await this.#bytes(blob);
      lost += bytes ? 0 : 1;
      left -= bytes?.byteLength ?? 0;
      return bytes;
    };
    const text =
      format === 'html' ? await chatHtml(transcript(state, { allVersions }), read) : await chatJson(state, read);
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return lost;
  }

  async #writeMarkdown(
    { text, media }: MarkdownChat,
    { target, folder }: { readonly target: vscode.Uri; readonly folder: vscode.Uri },
  ): Promise<number> {
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

function versionsLeftOut(others: number): string {
  return others === 1 ? t('1 other version in it was left out.') : t('{0} other versions in it were left out.', others);
}

/** As in `2026-11-22`, where the person is. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function leftOut(attachments: number): string {
  return attachments === 1
    ? t('1 attachment was left out: its content is missing from the file, or was changed since the export.')
    : t(
        '{0} attachments were left out: their content is missing from the file, or was changed since the export.',
        attachments,
      );
}
