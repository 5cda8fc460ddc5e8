import assert from 'node:assert/strict';
import { fenceLanguage } from '../../../../src/features/answer-in-editor/fence-language';

const known = ['html', 'javascript', 'shellscript', 'cpp'];

describe('fenceLanguage', () => {
  it('keeps a word that is a language of the editor', () => {
    assert.equal(fenceLanguage('html', known), 'html');
  });

  it('knows the names that models use', () => {
    assert.equal(fenceLanguage('js', known), 'javascript');
    assert.equal(fenceLanguage('C++', known), 'cpp');
    assert.equal(fenceLanguage('bash', known), 'shellscript');
  });

  it('knows nothing of languages that the editor has not', () => {
    assert.equal(fenceLanguage('python', known), undefined);
    assert.equal(fenceLanguage('', known), undefined);
  });
});
