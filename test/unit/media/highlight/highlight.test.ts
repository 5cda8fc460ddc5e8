import assert from 'node:assert/strict';
import { codePieces } from '../../../../media/markdown/code-block';
import type { MarkdownNode } from '../../../../media/markdown/markdown-node';
import { CodeColors } from '../../../../media/highlight/code-colors';
import { paintCode } from '../../../../media/highlight/paint-code';
import { highlight } from '../../../../media/highlight/worker/highlight';

describe('the colours of code', () => {
  it('cover all of it, by what its parts are', () => {
    const code = 'const a = `x ${b} \\n`; // done\n';
    const runs = highlight({ code, language: 'ts' }) ?? [];
    assert.equal(
      runs.reduce((sum, [length]) => sum + length, 0),
      code.length,
    );
    assert.deepEqual(runs[0], [5, 'keyword']);
    assert.deepEqual(runs.at(-2), [7, 'comment']);
  });

  it('reach into the languages inside of others', () => {
    const code = '<style>a { color: red }</style><script>let x = 1;</script>';
    const kinds = (highlight({ code, language: 'vue' }) ?? []).map(([, kind]) => kind);
    assert.ok(kinds.includes('keyword') && kinds.includes('number') && kinds.includes('tag'));
  });

  it('are not there for a language that nobody knows', () => {
    assert.equal(highlight({ code: 'x', language: 'constructor' }), undefined);
    assert.equal(highlight({ code: 'x', language: 'brainstorm' }), undefined);
  });

  it('leave text and pieces of a long block as they are', () => {
    const code = Array.from({ length: 300 }, (_, line) => `let line${line} = "${line}"; /* a\nb */`).join('\n');
    const painted = paintCode(code, highlight({ code, language: 'js' }) ?? []);
    assert.deepEqual(painted.map(textOf), codePieces(code).map(textOf));
    assert.ok(painted.length > 3);
  });

  it('are asked for once, come later, and stay away when the worker does not start', async () => {
    let started = 0;
    const colors = new CodeColors(() => {
      started++;
      return Promise.reject(new Error('no worker'));
    });
    await new Promise<void>((changed) => assert.equal(colors.painted('let x', 'js', changed), undefined));
    assert.equal(
      colors.painted('let x', 'js', () => assert.fail('there is nothing to wait for')),
      undefined,
    );
    assert.equal(
      colors.painted('text', '', () => assert.fail('there is no language')),
      undefined,
    );
    assert.equal(started, 1);
  });
});

function textOf(node: MarkdownNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
