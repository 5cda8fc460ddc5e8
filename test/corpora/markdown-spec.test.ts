import assert from 'node:assert/strict';
import { corporaFolder } from './support/corpora-folder';
import { conforms, knownDeviation } from './support/markdown-conformance';
import { type MarkdownCorpus, readMarkdownCorpora } from './support/markdown-corpora';
import { renderAtOnce, renderStreamed } from './support/render-markdown';

describe('Markdown examples of specifications', () => {
  const folder = corporaFolder();
  const corpora: readonly MarkdownCorpus[] = readMarkdownCorpora(folder);
  const lines: string[] = [];

  after(() => {
    console.log(`\nMarkdown in ${folder}\n${lines.join('\n') || '  SKIPPED: there is none.'}`);
  });

  for (const { name, examples } of corpora) {
    it(`${name}: is the same whether it comes letter by letter or at once`, () => {
      for (const { number, markdown } of examples) {
        assert.deepEqual(renderStreamed(markdown), renderAtOnce(markdown), `example ${number}: ${markdown}`);
      }
    }).timeout(120_000);

    it(`${name}: is as the specification has it, but for what differs on purpose`, () => {
      const deviating = examples.filter((example) => !conforms(example));
      const byReason = Map.groupBy(deviating, knownDeviation);
      lines.push(`  ${name}: ${examples.length - deviating.length} of ${examples.length} as specified`);
      for (const [reason, of] of byReason) {
        lines.push(`    ${of.length} ${reason ?? 'UNEXPECTED'}: ${of.map(({ number }) => number).join(', ')}`);
      }
      assert.deepEqual(byReason.get(undefined) ?? [], []);
    }).timeout(60_000);
  }

  if (corpora.length === 0) {
    it(`are not in ${folder}`);
  }
});
