import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { finishChunk, textChunk } from '../servers/chunks';
import { OpenAiServer } from '../servers/openai-server';
import { checkVector } from './support/check-vector';
import { type Corpus, readCorpora } from './support/corpora-folder';
import { Outcomes } from './support/outcomes';

const base64 = (...texts: readonly string[]): string[] => texts.map((text) => Buffer.from(text).toString('base64'));
const message = (data: string): object => ({ event: 'message', data, id: '' });
const hello = JSON.stringify(textChunk('Hello'));
const stop = JSON.stringify(finishChunk());

describe('A folder of test data', () => {
  let folder: string;
  let server: OpenAiServer;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'iris-corpora-'));
    server = await OpenAiServer.start();
  });

  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  function write(file: string, entries: unknown): void {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, JSON.stringify(entries));
  }

  /** Runs what is in the folder; gives the table and what did not come out as expected. */
  async function run(): Promise<{ readonly table: string; readonly problems: readonly string[] }> {
    const corpora: readonly Corpus[] | undefined = readCorpora(folder);
    const outcomes = new Outcomes();
    const problems: string[] = [];
    for (const { name, vectors } of corpora ?? []) {
      for (const vector of vectors) {
        const outcome = await checkVector(server, vector);
        outcomes.add(name, outcome);
        problems.push(...outcome.problems);
      }
    }
    return { table: outcomes.table(folder, corpora), problems };
  }

  it('is found by the form of its files, whatever they and their folders are called', async () => {
    write('some/where/deep.json', [
      {
        name: 'an answer',
        chunks_base64: base64(`data: ${hello}\n`, `\ndata: ${stop}\n\n`),
        events: [message(hello), message(stop)],
      },
      { name: 'CRLF', chunks_base64: base64('data: a\r', '\n\r\n'), events: [message('a')] },
    ]);
    write('others/list.json', [{ markdown: '*a*', html: '<em>a</em>' }]);
    const { table, problems } = await run();
    assert.deepEqual(problems, []);
    assert.match(table, /^ +some +2 +2 +0 +0 +0$/m);
    assert.match(table, /^ +others +0 +0 +0 +0 +no event streams$/m);
  });

  it('holds vectors beside its folders, in folders that links lead to and in files of any case', async () => {
    const vectors = [{ name: 'one', chunks_base64: base64('data: a\n\n'), events: [message('a')] }];
    write('beside.json', vectors);
    write('large/X.JSON', vectors);
    write('folder/x.json/vectors.json', vectors);
    const other = mkdtempSync(path.join(tmpdir(), 'iris-corpora-'));
    try {
      writeFileSync(path.join(other, 'vectors.json'), `\ufeff${JSON.stringify(vectors)}`);
      symlinkSync(other, path.join(folder, 'linked'));
      symlinkSync(path.join(other, 'vectors.json'), path.join(folder, 'large', 'linked.json'));
      symlinkSync(folder, path.join(other, 'circle'));
      symlinkSync('.', path.join(folder, 'folder', 'itself'));
      const { table, problems } = await run();
      assert.deepEqual(problems, []);
      assert.match(table, /^ +\. +1 +1 +0 +0 +0$/m);
      assert.match(table, /^ +large +2 +2 +0 +0 +0$/m);
      assert.match(table, /^ +folder +1 +1 +0 +0 +0$/m);
      assert.match(table, /^ +linked +1 +1 +0 +0 +0$/m);
      assert.doesNotMatch(table, /SKIPPED/);
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('fails where an expectation is wrong', async () => {
    write('wrong/vectors.json', [
      { name: 'wrong data', chunks_base64: base64('data: a\n\n'), events: [message('b')] },
      {
        name: 'an event too many',
        chunks_base64: base64(`data: ${hello}\n\n`),
        events: [message(hello), message(hello)],
      },
    ]);
    const { table, problems } = await run();
    assert.match(table, /^ +wrong +2 +0 +0 +2 +0$/m);
    assert.match(problems.join('\n'), /the parser: expected .*"b".*got .*"a"/);
    assert.match(problems.join('\n'), /the answer: expected .*HelloHello.*got .*Hello"/);
  });

  it('names where Iris differs on purpose', async () => {
    write('differing/vectors.json', [
      { name: 'no data', chunks_base64: base64('data:\n\ndata: {}\n\n'), events: [message(''), message('{}')] },
      {
        name: 'after the end',
        chunks_base64: base64('data: [DONE]\n\ndata: {}\n\n'),
        events: [message('[DONE]'), message('{}')],
      },
      { name: 'no blank line', chunks_base64: base64(`data: ${hello}\n\ndata: ${stop}\n`), events: [message(hello)] },
      { name: 'a name', chunks_base64: base64('event: ping\ndata: {}\n\n'), events: [{ event: 'ping', data: '{}' }] },
      { name: 'a page', chunks_base64: base64('<p>\ndata: a\n\n'), events: [message('a')] },
    ]);
    const { table, problems } = await run();
    assert.deepEqual(problems, []);
    assert.match(table, /^ +differing +5 +0 +5 +0 +0$/m);
    for (const words of [
      /event without data/,
      /after \[DONE\]/,
      /without its blank line/,
      /name but `error`/,
      /a page/,
    ]) {
      assert.match(table, words);
    }
  });

  it('is told to be skipped in what can not be read, and where it is missing', async () => {
    write('broken/vectors.json', [{ name: 'no events', chunks_base64: base64('data: a\n\n') }]);
    assert.match((await run()).table, /^SKIPPED: broken\/vectors\.json: entry 0 is no vector\.$/m);
    writeFileSync(path.join(folder, 'cut.json'), '[{"name":');
    writeFileSync(path.join(folder, 'broken', 'page.json'), '<html>\n</html>');
    symlinkSync('nowhere', path.join(folder, 'broken', 'link'));
    const { table } = await run();
    assert.match(table, /^SKIPPED: cut\.json: not JSON: .+\.$/m);
    assert.match(table, /^SKIPPED: broken\/page\.json: not JSON: .+\.$/m);
    assert.match(table, /^SKIPPED: broken\/link leads nowhere \(ENOENT\)\.$/m);
    assert.match(table, /^ +broken +0 +0 +0 +0 +3$/m);
    const missing = path.join(folder, 'missing');
    assert.equal(readCorpora(missing), undefined);
    assert.match(new Outcomes().table(missing, undefined), /^SKIPPED: there is no folder of test data at .*missing/);
  });
});
