import assert from 'node:assert/strict';
import { fitQuestions, type QuestionsToFit } from '../../../../src/conversation/fitting/fit-questions';
import type { ModelTarget } from '../../../../src/model/model-target';
import type { Attachment } from '../../../../src/shared/attachment/attachment';
import type { ModelCapabilities } from '../../../../src/shared/capabilities';
import type { Message } from '../../../../src/shared/conversation';
import { answered, pagedFile, picture, question, textFile } from './attachments';

describe('the attachments of a chat', () => {
  const three = () =>
    answered(question([picture('a.png')]), question([picture('b.png')]), question([picture('c.png')]));

  it('are all carried whole where the limits are not known, or far away', () => {
    for (const capabilities of [{}, { contextTokens: 100_000 }]) {
      assert.deepEqual(formsOf(three(), { capabilities }), ['whole', 'whole', 'whole']);
    }
  });

  it('give way from the oldest where the context is too small, first to a small picture', () => {
    // 765 tokens a picture: three are too many for 90 % of 3,000 without the room for an answer.
    assert.deepEqual(formsOf(three(), { capabilities: { contextTokens: 3_000 } }), ['thumbnail', 'whole', 'whole']);
    assert.deepEqual(formsOf(three(), { capabilities: { contextTokens: 1_700 } }), ['thumbnail', 'thumbnail', 'whole']);
    assert.deepEqual(formsOf(three(), { capabilities: { contextTokens: 1_300 } }), ['leftOut', 'leftOut', 'whole']);
  });

  it('are not taken for text where all the text only tells about the media', () => {
    const spec = pagedFile('spec.pdf');
    const cited: Attachment = {
      ...spec,
      parts: spec.parts.map((part) => (part.type === 'text' ? { ...part, isNote: true } : part)),
    };
    const messages = answered(question([cited]), question([picture('b.png')]));
    const target = { capabilities: { contextTokens: 1_500 } };
    assert.deepEqual(formsOf(messages, target), ['leftOut', 'whole']);
    const texts = new Map([[cited.id, 'The text of the pages.']]);
    assert.deepEqual(formsOf(messages, target, { texts }), ['text', 'whole']);
  });

  it('lose the pictures that a server refused, whatever they are pictures of', () => {
    const [spec, photo] = [pagedFile('spec.pdf', { pictures: 3 }), picture('a.png')];
    const asked = question([spec, photo]);
    const { formOf } = fitted([asked], {}, { withoutImages: new Set([asked.id]) });
    assert.deepEqual(
      formOf(asked.id, spec.id)?.parts.map(({ type }) => type),
      ['text'],
    );
    assert.equal(formOf(asked.id, photo.id), undefined);
  });

  it('of the question itself are not sent where the model is known not to take them, unless the person insists', () => {
    const photo = picture('a.png');
    const blind = { capabilities: { input: { image: false } } };
    const result = fit([question([photo])], blind);
    assert(result.status === 'tooLarge');
    assert.match(result.failure.message, /does not take what is sent of a\.png\. Nothing was sent/);
    assert.deepEqual(formsOf([question([{ ...photo, instead: 'anyway' }])], blind), ['whole']);
  });

  it('say why, and never that of the question itself', () => {
    const messages = three();
    const { reduced } = fitted(messages, { capabilities: { contextTokens: 3_000 } });
    assert.deepEqual(reduced, [
      { messageId: messages[0]?.id, attachmentId: 'id of a.png', form: 'thumbnail', cause: 'context' },
    ]);
  });

  it('leave room for the answer that was asked for', () => {
    const capabilities = { contextTokens: 3_500 };
    assert.deepEqual(formsOf(three(), { capabilities }, { parameters: { max_completion_tokens: 100 } }), [
      'whole',
      'whole',
      'whole',
    ]);
    assert.deepEqual(formsOf(three(), { capabilities }), ['thumbnail', 'whole', 'whole']);
  });

  it('give way to the number of pictures that a server takes', () => {
    const capabilities = { images: { count: 2 } };
    const { reduced } = fitted(three(), { capabilities });
    assert.deepEqual(formsOf(three(), { capabilities }), ['leftOut', 'whole', 'whole']);
    assert.deepEqual(
      reduced.map(({ cause }) => cause),
      ['count'],
    );
  });

  it('give way to the bytes that a provider takes', () => {
    const big = (name: string) => picture(name, { bytes: 9_000_000 });
    const messages = answered(question([big('a.png')]), question([big('b.png')]), question([big('c.png')]));
    // 10 MB for one picture and 32 MB for all of them.
    const { forms, reduced } = fitted(messages, { model: 'claude-opus-4-7', capabilities: {} }, { mode: 'anyway' });
    assert.deepEqual(forms, ['thumbnail', 'thumbnail', 'whole']);
    assert.deepEqual(new Set(reduced.map(({ cause }) => cause)), new Set(['bytes']));
  });

  it('give way where many pictures have to be smaller, a few as well as many of them', () => {
    const pictures = (largeOnes: number): readonly Message[] =>
      answered(
        ...Array.from({ length: 22 }, (_, index) =>
          question([picture(`${index}.png`, { side: index < largeOnes ? 2_400 : 800 })]),
        ),
      );
    const changed = (largeOnes: number) => {
      const forms = formsOf(pictures(largeOnes), { model: 'claude-opus-4-7' }, { mode: 'anyway' });
      return [forms.slice(0, 4), new Set(forms.slice(4))];
    };
    assert.deepEqual(changed(1), [['thumbnail', 'whole', 'whole', 'whole'], new Set(['whole'])]);
    assert.deepEqual(changed(22), [['leftOut', 'leftOut', 'whole', 'whole'], new Set(['whole'])]);
  });

  it('give way where the model takes nothing of their kind', () => {
    const capabilities = { input: { image: false } };
    const messages = answered(question([picture('a.png'), pagedFile('spec.pdf')]), question([]));
    const { forms, reduced } = fitted(messages, { capabilities });
    assert.deepEqual(forms, ['leftOut', 'text']);
    assert.deepEqual(
      reduced.map(({ cause }) => cause),
      ['modality', 'modality'],
    );
  });

  it('give way to text that belongs to them, and last of all, when they are text', () => {
    const messages = answered(
      question([textFile('log.txt', 4_000)]),
      question([pagedFile('spec.pdf', { pictures: 3 })]),
      question([]),
    );
    assert.deepEqual(formsOf(messages, { capabilities: { contextTokens: 3_600 } }), ['whole', 'text']);
    assert.deepEqual(formsOf(messages, { capabilities: { contextTokens: 2_300 } }), ['whole', 'leftOut']);
    assert.deepEqual(formsOf(messages, { capabilities: { contextTokens: 1_300 } }), ['leftOut', 'leftOut']);
  });

  it('give way last where the person wants them whole', () => {
    const [first, second, third] = [picture('a.png'), picture('b.png'), picture('c.png')];
    const messages = answered(question([first], { kept: [first.id] }), question([second]), question([third]));
    assert.deepEqual(formsOf(messages, { capabilities: { contextTokens: 3_000 } }), ['whole', 'thumbnail', 'whole']);
    assert.deepEqual(formsOf(messages, { capabilities: { contextTokens: 1_700 } }), ['thumbnail', 'leftOut', 'whole']);
  });

  it('can all give way as far as possible, for a model whose limits are not known', () => {
    const messages = answered(question([picture('a.png'), textFile('a.txt', 400)]), question([picture('b.png')]));
    const { forms, canGiveWay } = fitted(messages, {}, { mode: 'least' });
    assert.deepEqual(forms, ['leftOut', 'whole', 'whole']);
    assert.equal(canGiveWay, false);
    assert.equal(fitted(messages, {}).canGiveWay, true);
  });

  it('stay as the last answer had them, and become whole when all of them fit again', () => {
    const [one, two, three, four] = ['a', 'b', 'c', 'd'].map((name) => question([picture(`${name}.png`)]));
    assert(one && two && three && four);
    const target = { capabilities: { contextTokens: 3_000 } };
    const before = fitted(answered(one, two, three), target).reduced;
    const messages = answered(one, two, three, four).map((message, index) =>
      index === 5 ? { ...message, reduced: before } : message,
    );
    assert.deepEqual(formsOf(messages, target), ['thumbnail', 'thumbnail', 'whole', 'whole']);
    assert.deepEqual(formsOf(messages, { capabilities: { contextTokens: 50_000 } }), Array(4).fill('whole'));
  });

  it('stay left out where a server of unknown limits was asked without them, until it is another model', () => {
    const [one, two] = [question([picture('a.png')]), question([])];
    const before = fitted(answered(one, two), {}, { mode: 'least' }).reduced;
    const messages = answered(one, two, question([])).map((message, index) =>
      index === 3 ? { ...message, reduced: before } : message,
    );
    assert.deepEqual(formsOf(messages, {}), ['leftOut']);
    assert.deepEqual(formsOf(messages, { model: 'gpt-4.1' }), ['whole']);
  });
});

describe('a question that is too much for its model', () => {
  for (const [what, attachments, target, kind, sentence] of [
    [
      'too many pictures',
      Array.from({ length: 9 }, (_, index) => picture(`${index}.png`)),
      { model: 'pixtral-12b' },
      'tooLarge',
      /^pixtral-12b takes 8 pictures in a request at most, and this question has 9\./,
    ],
    [
      'too large a picture',
      [picture('a.png', { bytes: 6_000_000 })],
      { model: 'claude-opus-4-7' },
      'tooLarge',
      /^a\.png is larger than claude-opus-4-7 takes \(at most 3\.8 MB for a picture\)\./,
    ],
    [
      'a picture with too many pixels',
      [picture('a.png', { side: 2_000 })],
      { capabilities: { images: { side: 1_024, pixels: 1_000_000 } } },
      'tooLarge',
      /\(at most 1,024 pixels a side, 1,000,000 pixels for a picture\)\./,
    ],
    [
      'many large pictures',
      Array.from({ length: 21 }, (_, index) => picture(`${index}.png`, { side: 2_400 })),
      { model: 'claude-opus-4-7' },
      'tooLarge',
      /more than 20 pictures, claude-opus-4-7 takes none with more than 2,000 pixels a side\. This question has 21, of which 21 are larger\./,
    ],
    [
      'too many bytes',
      Array.from({ length: 9 }, (_, index) => picture(`${index}.png`, { bytes: 3_000_000 })),
      { model: 'claude-opus-4-7' },
      'tooLarge',
      /^This question makes a request of 36 MB, and claude-opus-4-7 takes 32 MB at most\./,
    ],
    [
      'too many tokens',
      [textFile('log.txt', 4_000_000)],
      { capabilities: { contextTokens: 128_000 } },
      'contextExceeded',
      /^This question has about 1,000,\d\d\d tokens, and gpt-4o reads 128,000 at once\./,
    ],
  ] as const) {
    it(`is not sent with ${what}, with a sentence that says what to do`, () => {
      const outcome = fit(answered(question(attachments)), target);
      assert(outcome.status === 'tooLarge');
      assert.equal(outcome.failure.kind, kind);
      assert.match(outcome.failure.message, sentence);
      assert.match(
        outcome.failure.message,
        /Nothing was sent, and your question is kept\. [AW].*or choose another model\.$/,
      );
      assert.deepEqual(outcome.failure.actions, ['selectModel', 'retry', 'sendAnyway']);
    });

    it(`is sent with ${what} when the person wants it so`, () => {
      assert.deepEqual(
        new Set(formsOf(answered(question(attachments)), target, { mode: 'anyway' })),
        new Set(['whole']),
      );
    });
  }

  it('is sent where only the chat before it is too much', () => {
    const messages = answered(question([textFile('log.txt', 4_000_000)]), question([picture('a.png')]));
    assert.deepEqual(formsOf(messages, { capabilities: { contextTokens: 8_000 } }), ['leftOut', 'whole']);
  });
});

type Target = Partial<Omit<ModelTarget, 'capabilities'>> & { readonly capabilities?: ModelCapabilities };

function fit(messages: readonly Message[], target: Target, options: Partial<QuestionsToFit> = {}) {
  return fitQuestions({
    messages,
    target: { endpoint: 'Server', model: 'gpt-4o', offline: false, capabilities: {}, ...target },
    systemText: '',
    withoutImages: new Set(),
    ...options,
  });
}

function fitted(messages: readonly Message[], target: Target, options: Partial<QuestionsToFit> = {}) {
  const outcome = fit(messages, target, options);
  assert(outcome.status === 'fitted');
  const attached = messages.flatMap((message): readonly (readonly [string, Attachment])[] =>
    message.role === 'user' ? message.attachments.map((attachment) => [message.id, attachment]) : [],
  );
  return { ...outcome, forms: attached.map(([id, attachment]) => outcome.formOf(id, attachment.id)?.name) };
}

function formsOf(messages: readonly Message[], target: Target, options: Partial<QuestionsToFit> = {}) {
  return fitted(messages, target, options).forms;
}
