import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeLeftOut } from '../../../../src/features/attach-folder/describe-left-out';
import { excludedBy } from '../../../../src/features/attach-folder/exclude-patterns';
import type { FolderTree } from '../../../../src/features/attach-folder/folder-tree';
import { walkFolder, type FolderListing } from '../../../../src/features/attach-folder/walk-folder';

describe('listing a folder', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'iris-folder-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (file: string, content: string | Uint8Array = 'text\n'): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  };
  const walk = async (start = '', exclude: object = {}): Promise<FolderListing> => {
    const { signal } = new AbortController();
    return await walkFolder({ tree: treeAt(root), start, isExcluded: excludedBy([exclude]), signal });
  };
  const paths = ({ files }: FolderListing): readonly string[] => files.map((file) => file.path);

  it('has its texts and media, folders first', async () => {
    for (const file of ['b.ts', 'a.ts', 'lib/deep/c.ts', 'lib/chart.png']) {
      write(file);
    }
    const listing = await walk();
    assert.deepEqual(paths(listing), ['lib/deep/c.ts', 'lib/chart.png', 'a.ts', 'b.ts']);
    assert.deepEqual(listing.files.at(1), { path: 'lib/chart.png', size: 5, kind: 'media' });
    assert.equal(describeLeftOut('x', listing.leftOut), undefined);
  });

  it('leaves out what ignore files at any level name, inner ones over outer ones, as Git does', async () => {
    execFileSync('git', ['init', '--quiet', root]);
    write('.gitignore', 'dist/\n*.log\n/top.txt\n');
    write('pkg/.gitignore', '!keep.log\n/own.txt\n');
    for (const file of [
      'dist/a.js',
      'x.log',
      'top.txt',
      'pkg/top.txt',
      'pkg/keep.log',
      'pkg/own.txt',
      'pkg/in/own.txt',
    ]) {
      write(file);
    }
    const listing = await walk();
    const known = execFileSync('git', ['-C', root, 'ls-files', '--others', '--exclude-standard'], { encoding: 'utf8' });
    assert.deepEqual([...paths(listing)].sort(), known.trim().split('\n').sort());
    // An ignore file above the folder counts too.
    assert.deepEqual(paths(await walk('pkg')), ['pkg/in/own.txt', 'pkg/.gitignore', 'pkg/keep.log', 'pkg/top.txt']);
  });

  it('leaves out what the settings of VS Code hide', async () => {
    for (const file of ['node_modules/a/b.js', 'lib/node_modules/c.js', 'out/a.js', 'lib/out/b.js', 'x.map', 'x.tmp']) {
      write(file);
    }
    const listing = await walk('', { '**/node_modules': true, out: true, '**/*.{map,tmp}': true, 'lib/**': false });
    assert.deepEqual(paths(listing), ['lib/out/b.js']);
  });

  it('tells upper from lower case where file systems do, as Git does', async function () {
    if (process.platform !== 'linux') {
      this.skip();
    }
    write('.gitignore', 'Build\n');
    for (const file of ['Build/a.js', 'build/b.js', 'Out/c.js', 'out/d.js']) {
      write(file);
    }
    assert.deepEqual(paths(await walk('', { out: true })), ['build/b.js', 'Out/c.js', '.gitignore']);
  });

  it('reads ignore rules from plain files of at most 1 MB only, those of parents too', async () => {
    write('rules', '*.ts\n');
    symlinkSync('rules', path.join(root, '.gitignore'));
    write('pkg/.gitignore', `*.ts\n${'#'.repeat(1024 * 1024)}`);
    write('pkg/in/a.ts');
    assert.deepEqual(paths(await walk('pkg/in')), ['pkg/in/a.ts']);
    assert(paths(await walk()).includes('pkg/in/a.ts'));
  });

  it('takes paths outside of the root for nothing that settings hide', () => {
    assert.equal(excludedBy([{ '**/*.ts': true }])('../other/a.ts'), false);
  });

  it('leaves out links, pipes, binary, empty and long files, and says so', async () => {
    write('good.ts');
    write('empty.ts', '');
    write('program', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0));
    write('long.log', 'x'.repeat(1024 * 1024 + 1));
    symlinkSync('/etc/passwd', path.join(root, 'secret'));
    symlinkSync('..', path.join(root, 'loop'));
    execFileSync('mkfifo', [path.join(root, 'pipe')]);
    const listing = await walk();
    assert.deepEqual(paths(listing), ['good.ts']);
    assert.equal(
      describeLeftOut('src', listing.leftOut),
      'Left out of "src": 1 binary file; 1 empty file; 2 links, which are not followed; 1 pipe, socket or device; long.log, too large to go with others.',
    );
  });

  it('ends at 500 files and says that there are more', async () => {
    Array.from({ length: 510 }, (_, index) => write(`${index}.txt`));
    const listing = await walk();
    assert.equal(listing.files.length, 500);
    assert.match(describeLeftOut('x', listing.leftOut) ?? '', /more files than are listed/);
  });

  it('goes on where a file or folder is gone meanwhile', async () => {
    write('a.ts');
    write('b.ts');
    const tree = treeAt(root);
    const broken: FolderTree = {
      ...tree,
      size: (file) => (file === 'a.ts' ? Promise.reject(new Error('gone')) : tree.size(file)),
    };
    const { signal } = new AbortController();
    const listing = await walkFolder({ tree: broken, start: '', isExcluded: () => false, signal });
    assert.deepEqual([paths(listing), listing.leftOut.unreadable], [['b.ts'], 1]);
  });

  it('that is not wanted any more throws the reason', async () => {
    await assert.rejects(
      walkFolder({
        tree: treeAt(root),
        start: '',
        isExcluded: () => false,
        signal: AbortSignal.abort(new Error('Stopped.')),
      }),
      /Stopped\./,
    );
  });
});

function treeAt(root: string): FolderTree {
  return {
    list: async (folder) =>
      (await readdir(path.join(root, folder), { withFileTypes: true })).map((entry) => ({
        name: entry.name,
        type: entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other',
      })),
    size: async (file) => (await stat(path.join(root, file))).size,
    read: async (file) => await readFile(path.join(root, file)),
  };
}
