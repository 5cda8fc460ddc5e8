import assert from 'node:assert/strict';
import sharp from 'sharp';
import type { RecognizedText } from '../../../src/media-process/media-service';
import { useMediaService } from './media-service-for-tests';
import { demoPicture } from './pictures';

describe('reading text', function () {
  this.timeout(120_000);
  const media = useMediaService();

  describe('from a dark editor with a terminal', () => {
    let text: RecognizedText;
    before(async () => (text = await media().readText(demoPicture('error.png'))));

    it('finds the code and the stack trace', () => {
      const lines = text.lines.map((line) => line.text);
      for (const expected of [
        '3 /** Lines of the cart: product id and quantity. */',
        '6 export function add(id, quantity = 1) {',
        '18 const product = findProduct(line.id);',
        '19 return sum + product.price * line.quantity;',
        "TypeError: Cannot read properties of undefined (reading 'price')",
        'at total (cart.js:17:16)',
        'tests 2 pass 1 fail 1',
      ]) {
        assert(lines.includes(expected), `${expected}\nis not in\n${lines.join('\n')}`);
      }
    });

    it('keeps neighbouring panels apart and reads coloured bars', () => {
      const lines = text.lines.map((line) => line.text);
      assert(lines.some((line) => line.endsWith('products.js')) && lines.includes('package.json'), lines.join('\n'));
      assert(lines.some((line) => line.includes('Ln 19, Col 26')));
    });

    it('tells where each word stands, in pixels of the picture', () => {
      const words = text.lines.flatMap((line) => line.words);
      const word = words.find(({ text: content }) => content === 'TypeError:');
      assert(word);
      // Drawn with its left end at 337 and its baseline at 732, by a script of the fixtures.
      assert(
        Math.abs(word.box.left - 337) < 4 && Math.abs(word.box.top + word.box.height - 732) < 5,
        JSON.stringify(word),
      );
      assert.deepEqual([text.width, text.height, text.theme], [1440, 900, 'dark']);
    });

    it('puts the lines of a block below each other', () => {
      const trace = text.lines.filter((line) => /cart(\.test)?\.js:\d+:\d+/.test(line.text));
      assert.equal(new Set(trace.map((line) => line.block)).size, 1);
      assert.deepEqual(
        trace.map((line) => line.box.top),
        trace.map((line) => line.box.top).toSorted((a, b) => a - b),
      );
    });
  });

  it('joins the cells of a table row and keeps cards apart', async () => {
    const { lines, theme } = await media().readText(demoPicture('chart.png'));
    const texts = lines.map((line) => line.text);
    assert(
      texts.some((text) => /^Lighthouse 4,120 €57,680/.test(text)),
      texts.join('\n'),
    );
    assert(texts.includes('Average order') && texts.includes('Revenue'));
    assert.equal(theme, 'light');
  });

  it('reads two columns one after the other', async () => {
    const column = (x: number, words: readonly string[]): string =>
      words
        .map(
          (word, row) => `<text x="${x}" y="${60 + row * 26}" font-family="DejaVu Serif" font-size="18">${word}</text>`,
        )
        .join('');
    const left = [
      'The harbour woke before the town, as',
      'it had done for three hundred years,',
      'and the first boats were already far',
      'out when the bells began to ring.',
    ];
    const right = [
      'Nobody in the market spoke of storms',
      'that morning, because the sky was',
      'clear and the fish were plenty and',
      'the prices better than last week.',
    ];
    const page = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="200"><rect width="900" height="200" fill="#fff"/>${column(40, left)}${column(480, right)}</svg>`;
    const { lines } = await media().readText(Buffer.from(page));
    assert.deepEqual(
      lines.map((line) => line.text),
      [...left, ...right],
    );
  });

  it('reads light text on nothing', async () => {
    const badge = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="80"><text x="20" y="52" font-family="DejaVu Sans" font-size="32" fill="#fafafa">Build passed</text></svg>`;
    const { lines } = await media().readText(await sharp(Buffer.from(badge)).png().toBuffer());
    assert.deepEqual(
      lines.map((line) => line.text),
      ['Build passed'],
    );
  });

  it('finds next to nothing in a photo', async () => {
    const { lines, theme } = await media().readText(demoPicture('harbor.jpg'));
    assert(lines.length <= 4, lines.map((line) => line.text).join('\n'));
    assert.equal(theme, undefined);
  });

  it('finds nothing in an empty picture', async () => {
    const { lines } = await media().readText(
      await sharp({ create: { width: 300, height: 200, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    );
    assert.deepEqual(lines, []);
  });

  it('tells how far it is', async () => {
    const fractions: number[] = [];
    await media().readText(demoPicture('checkout.svg'), { onProgress: (fraction) => fractions.push(fraction) });
    assert.deepEqual(
      fractions,
      fractions.toSorted((a, b) => a - b),
    );
    assert.deepEqual([fractions[0], fractions.at(-1)], [0, 1]);
  });
});
