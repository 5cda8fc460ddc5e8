import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  allTranslationProblems,
  plainTextsOf,
  textsOfCode,
  translationProblems,
  translations,
} from '../workbench/translations.mjs';
import { sourceFiles } from './source-files';

describe('The texts of every language', () => {
  it('are those that the code asks for, with the same placeholders, and none is empty', () => {
    assert.deepEqual(allTranslationProblems(), []);
  });

  it('are German and Chinese, and found in the code', () => {
    assert.deepEqual(
      [...translations('l10n/bundle.l10n.*.json').keys()],
      ['l10n/bundle.l10n.de.json', 'l10n/bundle.l10n.zh-cn.json'],
    );
    assert.deepEqual(
      [...translations('package.nls*.json').keys()],
      ['package.nls.de.json', 'package.nls.json', 'package.nls.zh-cn.json'],
    );
    assert(textsOfCode().has('Ask Iris'));
  });
});

describe('Failures that the person is told of', () => {
  it('are said in their language', () => {
    const plain = sourceFiles().filter(
      (name) => name.startsWith('src/vscode/') && /throw new Error\(\s*['"]/.test(readFileSync(name, 'utf8')),
    );
    assert.deepEqual(plain, []);
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
      'de has other placeholders, code or links in: {0} of {1} pages.',
      'de has an empty text for: Send',
    ]);
  });

  it('keep the code and the links of the original', () => {
    const original = 'Set `price`, or [choose](command:choose).';
    const told = (text: string): readonly string[] =>
      translationProblems('de', { key: text }, { wanted: new Set(['key']), originalOf: () => original });
    assert.deepEqual(told('Setzen Sie `price`, oder [wählen Sie](command:choose).'), []);
    assert.equal(told('Setzen Sie `Preis`, oder [wählen Sie](command:choose).').length, 1);
    assert.equal(told('Setzen Sie `price`, oder wählen Sie.').length, 1);
  });
});

describe('Plain texts of a manifest', () => {
  it('are those that a person reads and that have no name in package.nls.json', () => {
    const manifest = {
      name: 'iris-multimodal',
      displayName: 'Iris: Assistant',
      description: '%extension.description%',
      contributes: {
        views: { iris: [{ id: 'iris.panel', name: 'Chat', contextualTitle: 'Iris' }] },
        configuration: {
          title: 'Iris',
          properties: { 'iris.api': { enum: ['chat'], enumDescriptions: ['%chat%', 'Responses.'], title: 'API' } },
        },
      },
      scripts: { title: 'node title.mjs' },
    };
    assert.deepEqual(plainTextsOf(manifest), ['Iris: Assistant', 'Chat', 'Responses.', 'API']);
  });
});
