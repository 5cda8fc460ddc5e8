import assert from 'node:assert/strict';
import { ownRules } from '../../../../src/vscode/theme-colors/own-rules';
import { readRules } from '../../../../src/vscode/theme-colors/theme-rule';
import { tokenColorsOf } from '../../../../src/vscode/theme-colors/token-colors-of';

describe('the colours of tokens in a theme', () => {
  it('are those of the longest selector, the last of equals, and colour and style by themselves', () => {
    const rules = readRules([
      { settings: { foreground: '#ffffff' } },
      { scope: ['string.quoted', 'comment'], settings: { foreground: '#111111', fontStyle: 'italic' } },
      { scope: 'string, keyword', settings: { foreground: '#222222', fontStyle: 'bold underline' } },
      { scope: 'keyword', settings: { foreground: '#333333' } },
      { scope: 'source.ts keyword.control', settings: { foreground: '#444444' } },
      { scope: 'stringy', settings: { foreground: '#555555' } },
    ]);
    assert.deepEqual(tokenColorsOf(rules), {
      comment: { color: '#111111', italic: true },
      keyword: { color: '#333333', bold: true, underline: true },
      string: { color: '#111111', italic: true },
      regexp: { color: '#222222', bold: true, underline: true },
    });
  });

  it('take nothing from a theme but colours and words for styles', () => {
    const hostile = [
      { scope: 'comment', settings: { foreground: 'red; } body { display: none' } },
      { scope: 'keyword', settings: { foreground: 'url(https://example.com)', fontStyle: '} *' } },
      { scope: { a: 1 }, settings: 'none' },
      undefined,
      7,
    ];
    assert.deepEqual(tokenColorsOf(readRules(hostile)), { keyword: {} });
    assert.deepEqual(readRules('a theme of TextMate.tmTheme'), []);
  });

  it("give way to the person's own, for all themes and for this one", () => {
    const own = {
      comments: '#010101',
      '[Mine]': {
        comments: { foreground: '#020202' },
        textMateRules: [{ scope: 'string', settings: { foreground: '#030303' } }],
      },
      '[Other]': { strings: '#040404' },
    };
    const theme = readRules([{ scope: 'comment', settings: { foreground: '#000000' } }]);
    assert.deepEqual(tokenColorsOf([...theme, ...ownRules(own, 'Mine')]), {
      comment: { color: '#020202' },
      string: { color: '#030303' },
      regexp: { color: '#030303' },
    });
    assert.deepEqual(tokenColorsOf([...theme, ...ownRules(undefined, 'Mine')]), { comment: { color: '#000000' } });
  });
});
