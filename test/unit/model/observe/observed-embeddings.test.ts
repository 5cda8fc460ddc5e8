import assert from 'node:assert/strict';
import type { ModelEvent } from '../../../../src/model/model-events';
import { observeModel } from '../../../../src/model/observe/observe-model';
import { refuse, type Reply, sendJson } from '../../../servers/replies';
import { Setting } from '../openai/setting';

const path = '/v1/embeddings';

/** Answers each text with its length, and counts one token for each. */
const lengths: Reply = (response, request) => {
  const { input } = JSON.parse(request.text) as { readonly input: readonly string[] };
  const data = input.map(({ length }, index) => ({ index, embedding: [length] }));
  return sendJson({ data, usage: { prompt_tokens: input.length, total_tokens: input.length } })(response, request);
};

class Observed implements AsyncDisposable {
  readonly events: ModelEvent[] = [];
  readonly #setting: Setting;

  private constructor(setting: Setting) {
    this.#setting = setting;
  }

  static async answering(...replies: readonly [Reply, ...Reply[]]): Promise<Observed> {
    const setting = await Setting.create();
    const left = [...replies];
    setting.server.routes.set(path, (response, request) => {
      const reply = (left.length > 1 ? left.shift() : left[0]) ?? replies[0];
      return reply(response, request);
    });
    return new Observed(setting);
  }

  get model() {
    const observer = (event: ModelEvent) => void this.events.push(event);
    return observeModel(this.#setting.model, { observer, price: () => ({ input: 1, output: 1 }) });
  }

  /** The texts of each request. */
  get batches(): readonly (readonly string[])[] {
    return this.#setting.server.requests.map(({ text }) => (JSON.parse(text) as { input: readonly string[] }).input);
  }

  /** How each request ended, and the tokens that were counted. */
  get ends(): readonly unknown[] {
    return this.events.flatMap((event) =>
      event.type === 'ended' || event.type === 'failed' || event.type === 'cancelled'
        ? [[event.type, event.usage?.inputTokens]]
        : [],
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#setting[Symbol.asyncDispose]();
  }
}

describe('the embeddings of an observed model', () => {
  it('are asked for in batches, each a request of its own, and counted together', async () => {
    await using observed = await Observed.answering(lengths);
    const inputs = Array.from({ length: 600 }, (_, index) => 'x'.repeat(index + 1));
    const { vectors, usage } = await observed.model.embed(inputs);
    assert.deepEqual(
      vectors.map(([length]) => length),
      inputs.map(({ length }) => length),
    );
    assert.deepEqual(
      observed.batches.map(({ length }) => length),
      [256, 256, 88],
    );
    assert.equal(usage?.inputTokens, 600);
    assert.equal(usage.isEstimated, undefined);
    assert.equal(usage.cost?.dollars.toFixed(6), '0.000600');
    assert.deepEqual(observed.ends, [
      ['ended', 256],
      ['ended', 256],
      ['ended', 88],
    ]);
  });

  it('are asked for in batches of the size that is wanted', async () => {
    await using observed = await Observed.answering(lengths);
    await observed.model.embed(['a', 'b', 'c', 'd', 'e'], { batchSize: 2 });
    assert.deepEqual(observed.batches, [['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('are counted for the batches before one that failed', async () => {
    await using observed = await Observed.answering(lengths, refuse(400));
    await assert.rejects(observed.model.embed(['a', 'b', 'c'], { batchSize: 2 }), { kind: 'badRequest' });
    assert.deepEqual(observed.ends, [
      ['ended', 2],
      ['failed', undefined],
    ]);
  });

  it('are estimated where the server counts zeros', async () => {
    const zeros = sendJson({ data: [{ embedding: [1] }], usage: { prompt_tokens: 0, total_tokens: 0 } });
    await using observed = await Observed.answering(zeros);
    const { usage } = await observed.model.embed(['12345678']);
    assert.deepEqual(usage, {
      inputTokens: 2,
      outputTokens: 0,
      isEstimated: true,
      cost: { dollars: 2 / 1_000_000, source: 'price' },
    });
  });

  it('of nothing are nothing, without a request', async () => {
    await using observed = await Observed.answering(lengths);
    assert.deepEqual(await observed.model.embed([]), { vectors: [] });
    assert.deepEqual([observed.batches, observed.events], [[], []]);
  });

  it('are not asked for where a later text, or an option, is bad', async () => {
    await using observed = await Observed.answering(lengths);
    for (const batchSize of [0, 1.5, 2_049]) {
      await assert.rejects(observed.model.embed(['a'], { batchSize }), { kind: 'invalidParameter' });
    }
    await assert.rejects(observed.model.embed(['a'], { dimensions: 0 }), { kind: 'invalidParameter' });
    await assert.rejects(observed.model.embed(['a', ''], { batchSize: 1 }), { kind: 'invalidInput' });
    assert.deepEqual(observed.batches, []);
  });

  it('end when they are no longer wanted, between batches too', async () => {
    const controller = new AbortController();
    const reason = new Error('Enough.');
    await using observed = await Observed.answering(lengths, async (response, request) => {
      controller.abort(reason);
      await lengths(response, request);
    });
    const work = observed.model.embed(['a', 'b', 'c'], { batchSize: 1, signal: controller.signal });
    await assert.rejects(work, reason);
    assert.equal(observed.batches.length, 2);
    assert.deepEqual(observed.ends, [
      ['ended', 1],
      ['cancelled', undefined],
    ]);
  });
});
