import assert from 'node:assert/strict';
import { addCosts, partCost, textCost, type Cost } from '../../../../src/conversation/fitting/cost';
import { fitContext, type FitItem, type FitOptions } from '../../../../src/conversation/fitting/fit-context';
import { formsOf, type Form } from '../../../../src/conversation/fitting/forms';
import type { FitLimits } from '../../../../src/conversation/fitting/request-limits';
import type { MediaRules } from '../../../../src/model/media-rules/media-rules';
import { rulesOf } from '../../model/media-rules/rules-of';
import { randomNumbers } from '../../random-numbers';
import { pagedFile, picture, textFile } from './attachments';

const rounds = 3_000;
const models = ['gpt-4o', 'claude-opus-4-7', 'gemini-3-pro', 'gemma3', 'qwen3-vl'];

describe('fitting into any limits', () => {
  it('never reduces what is asked now, and exceeds no limit that earlier questions can keep', () => {
    const random = randomNumbers(21);
    for (let round = 0; round < rounds; round++) {
      const options = randomChat(random);
      const { forms, reduced } = fitContext(options);
      assert.equal(forms.length, options.items.length);
      for (const [index, { standing, forms: ofItem }] of options.items.entries()) {
        assert(standing !== 'current' || forms[index] === ofItem[0], `round ${round}`);
      }
      assert.equal(reduced.length, forms.filter(({ name }) => name !== 'whole').length, `round ${round}`);
      const least = options.items.map((item) => (item.standing === 'current' ? item.forms[0] : item.forms.at(-1)));
      if (isWithin(costOf(least, options), options.limits)) {
        assert(isWithin(costOf(forms, options), options.limits), `round ${round}`);
      }
    }
  });

  it('reduces nothing where all of it fits, and the same chat in the same way', () => {
    const random = randomNumbers(22);
    for (let round = 0; round < rounds; round++) {
      const options = randomChat(random);
      const whole = options.items.map(({ forms }) => forms[0]);
      const outcome = fitContext(options);
      if (isWithin(costOf(whole, options), options.limits)) {
        assert.deepEqual(outcome.reduced, [], `round ${round}`);
      }
      assert.deepEqual(fitContext(options), outcome);
    }
  });

  it('changes nothing of what was sent before while there is room for the next question', () => {
    const random = randomNumbers(23);
    let unchanged = 0;
    for (let round = 0; round < rounds; round++) {
      const options = randomChat(random);
      const first = fitContext({ ...options, items: options.items.map(asEarlier) });
      const next = fitContext({
        ...options,
        items: [...options.items.map(asEarlier), { ...itemOf(textFile('next.txt', 40)), standing: 'current' }],
        before: first.reduced,
      });
      const isRoomy = isWithin(costOf([...first.forms, next.forms.at(-1)], options), options.limits);
      if (first.reduced.length > 0 && isRoomy) {
        unchanged++;
        assert.deepEqual(next.reduced, first.reduced, `round ${round}`);
      }
    }
    assert(unchanged > 100, String(unchanged));
  });

  it('lets what the person wants whole give way only when nothing else is left', () => {
    const random = randomNumbers(24);
    let seen = 0;
    for (let round = 0; round < rounds; round++) {
      const { limits, ...chat } = randomChat(random);
      const options = { ...chat, limits: { refused: limits.refused, inputTokens: Math.floor(random() * 10_000) } };
      const { forms } = fitContext(options);
      const tokensOf = (form: Form | undefined): number => costOf([form], options).tokens;
      const isReduced = ({ standing }: FitItem, index: number): boolean =>
        standing === 'kept' && forms[index]?.name !== 'whole';
      if (options.items.some(isReduced)) {
        seen++;
        for (const [index, item] of options.items.entries()) {
          const least = Math.min(...item.forms.map(tokensOf));
          assert(item.standing !== 'earlier' || tokensOf(forms[index]) === least, `round ${round}`);
        }
      }
    }
    assert(seen > 100, String(seen));
  });
});

function randomChat(random: () => number): FitOptions {
  const rules = rulesOf(models[Math.floor(random() * models.length)] ?? '');
  const items = Array.from({ length: 1 + Math.floor(random() * 12) }, (_, index): FitItem => {
    const attachment = [
      picture(`${index}.png`, { side: 100 + Math.floor(random() * 3_000), bytes: Math.floor(random() * 900_000) }),
      textFile(`${index}.txt`, Math.floor(random() * 20_000)),
      pagedFile(`${index}.pdf`, { textBytes: Math.floor(random() * 20_000), pictures: Math.floor(random() * 5) }),
    ][Math.floor(random() * 3)];
    assert(attachment);
    const forms = formsOf(attachment, random() < 0.3 ? 'words '.repeat(Math.floor(random() * 500)) : undefined);
    return { ...itemOf(attachment), forms, standing: random() < 0.2 ? 'kept' : 'earlier' };
  });
  const last = items.at(-1);
  return {
    items: last ? [...items.slice(0, -1), { ...last, standing: 'current' }] : [],
    base: textCost(Math.floor(random() * 4_000), rules),
    rules,
    limits: {
      refused: new Set(),
      ...(random() < 0.7 && { inputTokens: Math.floor(random() * 20_000) }),
      ...(random() < 0.3 && { imageCount: Math.floor(random() * 10) }),
      ...(random() < 0.3 && { bodyBytes: Math.floor(random() * 3_000_000) }),
      ...(random() < 0.2 && { manyImages: { above: 3, side: 1_500 } }),
    },
  };
}

function itemOf(attachment: ReturnType<typeof textFile | typeof picture | typeof pagedFile>): FitItem {
  return {
    messageId: `question with ${attachment.name}`,
    attachmentId: attachment.id,
    standing: 'earlier',
    isText: attachment.parts.every(({ type }) => type === 'text'),
    forms: formsOf(attachment, undefined),
  };
}

function asEarlier(item: FitItem): FitItem {
  return { ...item, standing: 'earlier' };
}

function costOf(
  forms: readonly (Form | undefined)[],
  { base, rules, limits }: { readonly base: Cost; readonly rules: MediaRules; readonly limits: FitLimits },
): Cost {
  return addCosts([
    base,
    ...forms.flatMap((form) => [
      textCost(Buffer.byteLength((form?.note ?? '') + (form?.text ?? '')), rules),
      ...(form?.parts ?? []).map((part) => partCost(part, rules, limits)),
    ]),
  ]);
}

function isWithin({ tokens, bodyBytes, images, largeImages }: Cost, limits: FitLimits): boolean {
  const { manyImages } = limits;
  return (
    tokens <= (limits.inputTokens ?? Infinity) &&
    bodyBytes <= (limits.bodyBytes ?? Infinity) &&
    images <= (limits.imageCount ?? Infinity) &&
    !(manyImages && images > manyImages.above && largeImages > 0)
  );
}
