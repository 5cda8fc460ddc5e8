import assert from 'node:assert/strict';
import { allTranslationProblems, textsOfCode, translationProblems, translations } from '../workbench/translations.mjs';

describe('The texts of every language', () => {
  it('are those that the code asks for, with the same placeholders, and none is empty', () => {
    assert.deepEqual(allTranslationProblems(), []);
  });

  it('are German and Chinese, and found in the code', () => {
    assert.deepEqual(
      [...translations('l10n/bundle.l10n.*.json').keys()],
      ['l10n/bundle.l10n.de.json', 'l10n/bundle.l10n.zh-cn.json'],
    );
    assert(textsOfCode().has('Ask Iris'));
  });
});

describe('Texts of a language', () => {
  const wanted = new Set(['Send', '{0} of {1} pages.']);
  const problems = (texts: Readonly<Record<string, string>>): readonly string[] =>
    translationProblems('de', texts, { wanted, originalOf: (key) => key });

  it('may have their placeholders in another order', () => {
    assert.deepEqual(problems({ Send: 'Senden', '{0} of {1} pages.': 'Von {1} Seiten {0}.' }), []);
  });

  it('are told when one is missing, left over, empty or without a placeholder', () => {
    assert.deepEqual(problems({ Sned: 'Senden', '{0} of {1} pages.': 'Alle {1} Seiten.', Send: ' ' }), [
      'de has what nobody asks for: Sned',
      'de has other placeholders in: {0} of {1} pages.',
      'de has an empty text for: Send',
    ]);
  });
});
