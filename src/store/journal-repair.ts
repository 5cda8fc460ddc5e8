import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { t } from '@vscode/l10n';
import { makeDirectory, writeFileDurably } from './durable-file';
import { formatHeader } from './journal-line';
import type { JournalContent } from './read-journal';

interface RepairOptions {
  readonly id: string;
  readonly path: string;
  /** The file as it was found. */
  readonly bytes: Uint8Array;
  readonly content: JournalContent;
  /** Where the file is kept as it was found, when more than the end of its last line is lost. */
  readonly quarantine: string;
}

/** Makes the journal one that can be appended to; resolves to its length in bytes. */
export async function repairJournal({ id, path, bytes, content, quarantine }: RepairOptions): Promise<number> {
  if (content.damagedLines > 0) {
    await makeDirectory(quarantine);
    // Named by its content, so that a repair that is tried again leaves no second copy.
    const name = `${id}.${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.jsonl`;
    await writeFile(join(quarantine, name), bytes, { mode: 0o600 });
  }
  const repaired = Buffer.from(formatHeader() + content.entries.map((line) => `${line}\n`).join(''));
  await writeFileDurably(path, repaired);
  return repaired.byteLength;
}

/** Tells the person about lines that could not be read. */
export function describeDamage({ damagedLines }: JournalContent, quarantine: string): string | undefined {
  if (damagedLines === 0) {
    return undefined;
  }
  return damagedLines === 1
    ? t(
        "One line of this chat's file could not be read, so a part of it may be missing. The file as it was found is kept in {0}.",
        quarantine,
      )
    : t(
        "{0} lines of this chat's file could not be read, so a part of it may be missing. The file as it was found is kept in {1}.",
        damagedLines,
        quarantine,
      );
}
