import assert from 'node:assert/strict';
import { AnswerIndenter, type IndenterOptions } from '../../../../src/features/answer-in-editor/answer-indenter';

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

  it('makes tabs of the spaces of an answer, however many it takes for a level', () => {
    const options: IndenterOptions = { indentation: '\t', firstLine: '', unit: { type: 'tabs', size: 4 } };
    assert.equal(indent('a {\n    b {\n        c\n    }\n}', options), 'a {\n\t\tb {\n\t\t\tc\n\t\t}\n\t}');
    assert.equal(indent('a {\n  b {\n    c\n  }\n}', options), 'a {\n\t\tb {\n\t\t\tc\n\t\t}\n\t}');
    assert.equal(indent('a(\n        b)', options), 'a(\n\t\t\tb)');
  });

  it('keeps the spaces that are no level, and the tabs of an answer, where tabs belong', () => {
    const options: IndenterOptions = { indentation: '', firstLine: '', unit: { type: 'tabs', size: 4 } };
    assert.equal(indent('/**\n * a\n */\nb {\n    /**\n     * c', options), '/**\n * a\n */\nb {\n\t/**\n\t * c');
    assert.equal(indent('a {\n\tb(\n\t  c)', options), 'a {\n\tb(\n\t  c)');
  });

  it('makes spaces of the tabs of an answer where spaces belong', () => {
    const options: IndenterOptions = { indentation: '  ', firstLine: '', unit: { type: 'spaces', size: 2 } };
    assert.equal(indent('\ta {\n\t\tb\tc\n\t}', options), 'a {\n    b\tc\n  }');
  });

  it('makes plain line breaks of Windows line breaks', () => {
    assert.equal(indent('a\r\nb\r\n', { indentation: '', firstLine: '' }), 'a\nb');
  });
});

/** However the answer is cut into pieces. */
function indent(answer: string, options: IndenterOptions): string {
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
