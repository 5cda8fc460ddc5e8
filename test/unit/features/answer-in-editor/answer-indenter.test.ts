import assert from 'node:assert/strict';
import { AnswerIndenter } from '../../../../src/features/answer-in-editor/answer-indenter';

describe('the answer indenter', () => {
  it('puts the indentation of the cursor in front of every line but the first', () => {
    assert.equal(indent('a {\n  b\n}', { indentation: '    ', firstLine: '' }), 'a {\n      b\n    }');
  });

  it('indents the first line too where the cursor stands at the left margin', () => {
    assert.equal(indent('a\nb', { indentation: '  ', firstLine: '  ' }), '  a\n  b');
  });

  it('takes off the indentation that the answer brings along', () => {
    assert.equal(indent('    a {\n      b\n    }', { indentation: '  ', firstLine: '' }), 'a {\n    b\n  }');
  });

  it('leaves lines without text empty', () => {
    assert.equal(indent('a\n\n   \nb', { indentation: '  ', firstLine: '' }), 'a\n\n\n  b');
  });

  it('leaves out empty lines around the answer', () => {
    assert.equal(indent('\n\na\n\n', { indentation: '', firstLine: '' }), 'a');
  });

  it('puts lines that are indented less than the first at the margin of the place', () => {
    assert.equal(indent('  a\nb', { indentation: '\t', firstLine: '' }), 'a\n\tb');
  });

  it('keeps spaces inside and at the end of lines', () => {
    assert.equal(indent('a  b \nc', { indentation: '', firstLine: '' }), 'a  b \nc');
  });

  it('makes plain line breaks of Windows line breaks', () => {
    assert.equal(indent('a\r\nb\r\n', { indentation: '', firstLine: '' }), 'a\nb');
  });
});

/** However the answer is cut into pieces. */
function indent(answer: string, options: { readonly indentation: string; readonly firstLine: string }): string {
  const results = [1, 2, 3, answer.length].map((size) => {
    const indenter = new AnswerIndenter(options);
    let result = '';
    for (let start = 0; start < answer.length; start += size) {
      result += indenter.push(answer.slice(start, start + size));
    }
    return result;
  });
  assert.equal(new Set(results).size, 1, JSON.stringify(results));
  return results[0] ?? '';
}
