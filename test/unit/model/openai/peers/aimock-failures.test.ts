import assert from 'node:assert/strict';
import { defaultLimits } from '../../../../../src/model/openai/limits';
import type { FailureKind } from '../../../../../src/shared/failure';
import { Peer } from '../../../../servers/peers/peer';
import { failureOf, read } from '../setting';
import { journalOf } from './aimock-journal';
import { modelOf, shapeOf } from './peer-setting';

/** What aimock is told to do, and what we make of it; the same with and without a stream. */
const failures: readonly {
  readonly fault: string;
  readonly question: string;
  readonly kind: FailureKind;
  readonly status?: number;
  readonly detail?: string;
}[] = [
  { fault: 'a 500', question: 'fall over', kind: 'serverError', status: 500, detail: 'I fell over' },
  { fault: 'a dropped request', question: 'drop it', kind: 'serverError', status: 500 },
  { fault: 'a 429', question: 'too often', kind: 'rateLimited', status: 429, detail: 'Slow down' },
  { fault: 'a question that is too long', question: 'too long', kind: 'contextExceeded', status: 400 },
  { fault: 'JSON that is none', question: 'write garbage', kind: 'notAStream', status: 200 },
  { fault: 'a connection that is destroyed', question: 'hang up', kind: 'connectionLost' },
  { fault: 'a question that it does not know', question: 'xyzzy', kind: 'badRequest', status: 404 },
];

describe('A fault of aimock', function () {
  let peer: Peer;

  before(async function () {
    this.timeout(300_000);
    peer = await Peer.start('aimock');
  });

  after(() => peer[Symbol.asyncDispose]());

  for (const { fault, question, kind, status, detail } of failures) {
    it(`such as ${fault} means ${kind}`, async () => {
      for (const failure of [
        await failureOf(modelOf(peer).streamComplete(question)),
        await failureOf(collected(modelOf(peer).complete(question))),
      ]) {
        assert.deepEqual([failure.kind, failure.status], [kind, status]);
        if (detail !== undefined) {
          assert.equal(failure.detail, detail);
        }
      }
    });
  }

  it('tells how long a 429 asks to wait', async () => {
    assert.equal((await failureOf(modelOf(peer).streamComplete('too often'))).retryAfterMilliseconds, 7_000);
  });

  it('that passes is repeated after the wait that was asked for, as the same request', async () => {
    const before = (await journalOf(peer)).length;
    const model = modelOf(peer, { at: { maxRetries: 2 } });
    const { deltas, text, error } = await read(model.streamComplete('too often once'));
    assert.deepEqual([text, error], ['Now it is fine.', undefined]);
    const [retry] = deltas;
    assert.ok(retry?.type === 'retry');
    assert.deepEqual([retry.attempt, retry.delayMilliseconds, retry.error.kind], [2, 1_000, 'rateLimited']);
    const [first, second, ...more] = (await journalOf(peer)).slice(before);
    assert.ok(first?.headers['idempotency-key']);
    assert.equal(first.headers['idempotency-key'], second?.headers['idempotency-key']);
    assert.deepEqual(first.body, second?.body);
    assert.equal(more.length, 0);
  });

  it('that stays ends with its error, after as many tries as were allowed', async () => {
    const before = (await journalOf(peer)).length;
    const { deltas, error } = await read(modelOf(peer, { at: { maxRetries: 1 } }).streamComplete('fall over'));
    assert.equal(shapeOf(deltas), 'retry');
    assert.ok(error instanceof Error && 'kind' in error && error.kind === 'serverError');
    assert.equal((await journalOf(peer)).length - before, 2);
  });

  for (const question of ['stop in the middle', 'leave in the middle']) {
    it(`such as to ${question} of an answer keeps its text and asks nothing again`, async () => {
      const before = (await journalOf(peer)).length;
      const { text, deltas, error } = await read(modelOf(peer, { at: { maxRetries: 2 } }).streamComplete(question));
      assert.ok(text.startsWith('The first twenty on.'), text);
      assert.equal(shapeOf(deltas), 'text');
      assert.ok(error instanceof Error && 'kind' in error && error.kind === 'connectionLost', String(error));
      assert.equal((await journalOf(peer)).length - before, 1);
    });
  }

  it('that keeps the first word back for too long is a timeout', async () => {
    const limits = { ...defaultLimits, responseMilliseconds: 200, silenceMilliseconds: 200 };
    assert.equal((await failureOf(modelOf(peer, { limits }).streamComplete('hesitate'))).kind, 'timeout');
  });

  it('that keeps the first word back can be ended by the person', async () => {
    const controller = new AbortController();
    const reading = read(modelOf(peer).streamComplete('hesitate', [], { signal: controller.signal }));
    controller.abort(new Error('Stopped by the person.'));
    assert.match(String((await reading).error), /Stopped by the person/);
  });
});

/** A whole answer as a stream that is empty or throws. */
async function* collected(answer: Promise<unknown>): AsyncGenerator<never> {
  await answer;
}

describe('The key check of aimock', function () {
  let peer: Peer;

  before(async function () {
    this.timeout(300_000);
    peer = await Peer.start('aimock', { AIMOCK_API_KEYS: 'the-right-key' });
  });

  after(() => peer[Symbol.asyncDispose]());

  const asked = async (key: string | undefined, at = {}) =>
    read(modelOf(peer, { apiKey: () => Promise.resolve(key), ...at }).streamComplete('say hello'));

  it('lets the right key in, as Bearer and as api-key', async () => {
    assert.equal((await asked('the-right-key')).error, undefined);
    const azure = { path: '/openai', at: { apiVersion: '2024-10-21', deployment: 'eyes' } };
    assert.equal((await asked('the-right-key', azure)).error, undefined);
  });

  for (const [key, kind] of [
    ['a-wrong-key', 'unauthorized'],
    [undefined, 'keyMissing'],
  ] as const) {
    it(`refuses ${key ?? 'no key'}: ${kind}`, async () => {
      const { error } = await asked(key);
      assert.ok(error instanceof Error && 'kind' in error && error.kind === kind, String(error));
    });
  }
});
