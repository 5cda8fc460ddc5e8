import assert from 'node:assert/strict';
import { safeMarkdown, safeQuestion } from '../../src/features/chat-export/safe-markdown';
import { loadsOrRuns } from '../unit/features/chat-export/loads-or-runs';
import { corporaFolder } from './support/corpora-folder';
import { exfiltrations } from './support/exfiltrations';
import { readMarkdownCorpora } from './support/markdown-corpora';
import { readPayloads } from './support/read-payloads';

describe('Markdown that is exported', () => {
  const folder = corporaFolder();
  const texts = new Map<string, readonly string[]>([
    ['addresses that would be loaded', exfiltrations],
    ...readMarkdownCorpora(folder).map(
      ({ name, examples }) => [name, examples.map(({ markdown }) => markdown)] as const,
    ),
    ...payloads(folder).map(({ name, payloads: found }) => [name, found] as const),
  ]);

  for (const [name, all] of texts) {
    it(`loads and runs nothing of ${name}, each alone and all in one`, () => {
      for (const text of [...all, all.join('\n'), all.join('\n\n')]) {
        assert.deepEqual(loadsOrRuns(safeMarkdown(text)), [], text);
        assert.deepEqual(loadsOrRuns(safeQuestion(text)), [], text);
      }
    }).timeout(60_000);
  }
});

function payloads(folder: string): ReturnType<typeof readPayloads> {
  try {
    return readPayloads(folder);
  } catch {
    return [];
  }
}
