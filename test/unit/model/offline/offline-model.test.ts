import assert from 'node:assert/strict';
import { MediaError, type MediaService, type RecognizedText } from '../../../../src/media-process/media-service';
import type { MediaSource } from '../../../../src/media-process/media-source';
import type { ModelDelta } from '../../../../src/model/deltas';
import type { ImagePart, ModelMessage } from '../../../../src/model/messages';
import { ModelError } from '../../../../src/model/model-error';
import { createOfflineModel } from '../../../../src/model/offline/offline-model';
import { useMediaService } from '../../media-process/media-service-for-tests';
import { demoPicture } from '../../media-process/pictures';
import { recognized } from './recognized';

const picture = (name: string, bytes: Uint8Array = Buffer.from(name)): ImagePart => ({
  type: 'image',
  name,
  image: { mediaType: 'image/png', bytes },
});
const ask = (text: string, ...images: readonly ImagePart[]): ModelMessage => ({
  role: 'user',
  content: [{ type: 'text', text }, ...images],
});

describe('the offline model', () => {
  describe('with a screenshot of an error', function () {
    this.timeout(120_000);
    const media = useMediaService();
    const deltas: ModelDelta[] = [];
    let text = '';

    before(async () => {
      const model = createOfflineModel(media());
      for await (const delta of model.streamComplete('What went wrong?', [
        picture('error.png', demoPicture('error.png')),
      ])) {
        deltas.push(delta);
        text += delta.type === 'text' ? delta.text : '';
      }
    });

    it('says first what it is and that it does not understand pictures', () => {
      assert.match(text.split('\n', 1)[0] ?? '', /built-in reader.*offline.*understands nothing beyond/);
    });

    it('tells the facts of the picture', () => {
      assert.match(text, /\*\*error\.png\*\* \(PNG, 1440 × 900 pixels, dark background, \d+ lines of text\)/);
    });

    it('gives code in a fence, with its indentation and without line numbers', () => {
      const code = /```javascript\n([^]*?)\n```/.exec(text)?.[1] ?? '';
      for (const line of [
        'export function add(id, quantity = 1) {',
        '  const line = lines.find((candidate) => candidate.id === id);',
        '    line.quantity += quantity;',
        '    return sum + product.price * line.quantity;',
        '  }, 0);',
      ]) {
        assert(code.split('\n').includes(line), `${line}\nis not in\n${code}`);
      }
    });

    it('gives the stack trace with its indentation', () => {
      assert(
        text.includes("  TypeError: Cannot read properties of undefined (reading 'price')\n      at cart.js:19:26\n"),
        text,
      );
    });

    it('quotes the lines that the question is about', () => {
      const quotes = text.slice(text.indexOf('words of your question'));
      assert(quotes.includes('TypeError: Cannot read properties of undefined'));
      assert(!quotes.includes('export function add'));
    });

    it('tells its progress as reasoning, ends with stop, and counts no tokens', () => {
      const reasoning = deltas.flatMap((delta) => (delta.type === 'reasoning' ? [delta.text] : [])).join('');
      assert.match(reasoning, /^Reading error\.png …( \d+ %)+ done\.\n$/);
      assert.deepEqual(deltas.at(-1), { type: 'finish', reason: 'stop' });
      assert(!deltas.some((delta) => delta.type === 'usage'));
    });
  });

  it('says what it can do, and how to get more, when nothing is attached', async () => {
    const { text } = await createOfflineModel(reading({})).chat([ask('Hello!')]);
    assert.match(text, /Attach a picture/);
    assert.match(text, /Iris: Add Endpoint/);
  });

  it('gives every picture its own part as soon as it was read', async () => {
    const { media } = held({ 'a.png': ['first text'], 'b.png': ['second text'] });
    const stream = createOfflineModel(media).streamChat([ask('Read.', picture('a.png'), picture('b.png'))]);
    const iterator = stream[Symbol.asyncIterator]();
    let text = '';
    while (!text.includes('first text')) {
      const { value } = (await iterator.next()) as IteratorYieldResult<ModelDelta>;
      text += value.type === 'text' ? value.text : '';
    }
    assert(!text.includes('second text'));
    await iterator.return?.();
  });

  it('answers a question without a picture from the pictures of the last one that had some, without reading them again', async () => {
    const calls: string[] = [];
    const model = createOfflineModel(reading({ 'a.png': ['Total 42', 'Write to me@example.org'] }, calls));
    const first = ask('Read this.', picture('a.png'));
    const answer = await model.chat([first]);
    const { text } = await model.chat([
      first,
      { role: 'assistant', text: answer.text },
      ask('Which e-mail addresses does it hold, and how many lines?'),
    ]);
    assert.match(text, /- `me@example\.org`/);
    assert.match(text, /\*\*a\.png\*\* has 2 lines with 5 words/);
    assert.deepEqual(calls, ['a.png']);
  });

  it('says that it can not answer a question about what it told already, and does not tell it again', async () => {
    const model = createOfflineModel(reading({ 'a.png': ['Total 42'] }));
    const first = ask('Read this.', picture('a.png'));
    const { text: told } = await model.chat([first]);
    assert.match(told, /Total 42/);
    const { text } = await model.chat([first, { role: 'assistant', text: told }, ask('Why is that so?')]);
    assert.match(text, /I can not answer this question\. Add an endpoint/);
    assert.doesNotMatch(text, /Total 42/);
  });

  it('tells what another model was asked about before, since it is not told yet', async () => {
    const model = createOfflineModel(reading({ 'a.png': ['Total 42'] }));
    const first = ask('Read this.', picture('a.png'));
    const { text } = await model.chat([first, { role: 'assistant', text: 'It is a bill.' }, ask('Why is that so?')]);
    assert.match(text, /Total 42/);
  });

  it('tells frames of a video by their times and pages by their numbers', async () => {
    const frame = (label: string, name: string): ModelMessage => ({
      role: 'user',
      content: [{ type: 'text', text: label }, picture(name, Buffer.from('a.png'))],
    });
    const model = createOfflineModel(reading({ 'a.png': ['Total 42'] }));
    const { text: ofVideo } = await model.chat([frame('Frame at 0:03 of bug.mov:', 'bug.mov')]);
    assert.match(ofVideo, /\*\*bug\.mov, frame at 0:03\*\* \(/);
    const { text: ofDocument } = await model.chat([frame('Page 7 of spec.pdf:', 'spec.pdf')]);
    assert.match(ofDocument, /\*\*spec\.pdf, page 7\*\* \(/);
  });

  it('shows how a document begins, and how much of it follows', async () => {
    const lines = Array.from({ length: 50 }, (_, index) => `Line ${index + 1}`);
    const { text } = await createOfflineModel(reading({})).chat([
      ask('Summarise.'),
      { role: 'user', content: [{ type: 'text', text: `spec.pdf:\n\`\`\`\n${lines.join('\n')}\n\`\`\`` }] },
    ]);
    assert.match(text, /\*\*spec\.pdf\*\* \(text, 50 lines, 100 words\)\n\n```text\nLine 1\n/);
    assert.match(text, /Line 40\n```\n\n10 more lines follow\./);
    assert.doesNotMatch(text, /Line 41/);
  });

  it('goes on exactly where its answer was cut off', async () => {
    const model = createOfflineModel(reading({ 'a.png': ['some text in a picture'] }));
    const question = ask('Read.', picture('a.png'));
    const whole = (await model.chat([question])).text;
    for (const length of [1, 60, whole.length - 3]) {
      const { text } = await model.chat([
        question,
        { role: 'assistant', text: whole.slice(0, length) },
        ask('Continue your last answer exactly where it ends.'),
      ]);
      assert.equal(whole.slice(0, length) + text, whole);
    }
  });

  it('tells the facts of attached texts and quotes them', async () => {
    const attached = 'cart.js, lines 1 to 3:\n```javascript\nconst price = 5;\nconst tax = 1;\nexport { price };\n```';
    const { text } = await createOfflineModel(reading({})).chat([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Where is the price?' },
          { type: 'text', text: attached },
        ],
      },
    ]);
    assert.match(text, /\*\*cart\.js, lines 1 to 3\*\* \(javascript, 3 lines, 12 words\)/);
    assert.match(text, /```text\nconst price = 5;\nexport \{ price \};\n```/);
  });

  it('passes over one of several pictures that can not be read, and says so', async () => {
    const { text } = await createOfflineModel(reading({ 'good.png': ['fine'] })).chat([
      ask('Read.', picture('bad.png'), picture('good.png')),
    ]);
    assert.match(text, /\*\*bad\.png\*\* can't be read\. It is damaged\./);
    assert.match(text, /> fine/);
  });

  it('fails when the only picture can not be read', async () => {
    await assert.rejects(
      createOfflineModel(reading({})).chat([ask('Read.', picture('bad.png'))]),
      (error) => error instanceof ModelError && error.kind === 'mediaUnreadable' && /bad\.png/.test(error.message),
    );
  });

  it('shows text as it is, whatever it says', async () => {
    const { text } = await createOfflineModel(reading({ 'a.png': ['# <b>*not* [markdown](x)'] })).chat([
      ask('Read.', picture('a.png')),
    ]);
    assert(text.includes('> \\# \\<b\\>\\*not\\* \\[markdown\\](x)'), text);
  });

  it('stops at once when it is aborted, and stops reading', async () => {
    const { media, signals } = held({});
    const controller = new AbortController();
    const reason = new Error('Stop.');
    const chat = createOfflineModel(media).chat([ask('Read.', picture('held.png'))], { signal: controller.signal });
    controller.abort(reason);
    await assert.rejects(chat, reason);
    await assert.rejects(createOfflineModel(media).chat([ask('Hello')], { signal: AbortSignal.abort(reason) }), reason);
    assert(signals.every((signal) => signal.aborted));
  });

  it('begins nothing when its stream is left before it reads', async () => {
    const { media, signals, started } = held({});
    const stream = createOfflineModel(media).streamChat([ask('Read.', picture('held.png'))]);
    for await (const delta of stream) {
      if (delta.type === 'reasoning') {
        break;
      }
    }
    assert.deepEqual([signals.length, started()], [0, 0]);
  });

  it('is named as what it is', () => {
    assert.deepEqual(createOfflineModel(reading({})).metadata, {
      endpoint: 'Built-in',
      model: 'offline-reader',
      offline: true,
      capabilities: { input: { text: true, image: true } },
    });
  });
});

type Texts = Readonly<Record<string, readonly string[]>>;

function nameOf(source: MediaSource): string {
  assert(source instanceof Uint8Array);
  return Buffer.from(source).toString();
}

/** Reads what a picture's bytes name. */
function reading(texts: Texts, calls: string[] = []): MediaService {
  return {
    readImage: () => Promise.reject(new Error('Not part of these tests.')),
    prepareImage: () => Promise.reject(new Error('Not part of these tests.')),
    readText: (source) => {
      const name = nameOf(source);
      calls.push(name);
      const lines = texts[name];
      return lines
        ? Promise.resolve(recognized(lines))
        : Promise.reject(new MediaError('corrupt', 'It is damaged. Save it again.'));
    },
  };
}

/** Like `reading`, but a picture without text is being read until it is aborted. */
function held(texts: Texts): { media: MediaService; signals: AbortSignal[]; started: () => number } {
  const signals: AbortSignal[] = [];
  const media: MediaService = {
    ...reading(texts),
    readText: (source, { signal } = {}) => {
      const lines = texts[nameOf(source)];
      if (lines) {
        return Promise.resolve(recognized(lines));
      }
      return new Promise<RecognizedText>((_, reject) => {
        const fail = (): void => reject(signal?.reason as Error);
        if (signal?.aborted) {
          fail();
        } else if (signal) {
          signals.push(signal);
          signal.addEventListener('abort', fail);
        }
      });
    },
  };
  return { media, signals, started: () => signals.length };
}
