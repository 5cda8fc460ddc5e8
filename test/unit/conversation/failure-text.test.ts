import assert from 'node:assert/strict';
import {
  describeFailure,
  describeInterruption,
  describeLengthLimit,
  describeMissingAttachment,
  describeStorageFailure,
} from '../../../src/conversation/failure-text';
import { ModelError, type ModelErrorDetails } from '../../../src/model/model-error';
import { BlobError } from '../../../src/store/blob-store';
import type { FailureAction, FailureKind } from '../../../src/shared/failure';

const model = { endpoint: 'Acme', model: 'eyes-1' };

/** The first button of each failure: the step that helps most. */
const firstActions: Readonly<Record<FailureKind, FailureAction>> = {
  noModel: 'addEndpoint',
  keyMissing: 'setApiKey',
  unauthorized: 'setApiKey',
  forbidden: 'selectModel',
  modelNotFound: 'selectModel',
  tooLarge: 'removeImages',
  contextExceeded: 'newChat',
  rateLimited: 'retry',
  serverError: 'retry',
  connectionRefused: 'retry',
  hostNotFound: 'retry',
  certificate: 'openLog',
  redirected: 'editEndpoint',
  timeout: 'retry',
  connectionLost: 'retry',
  incompleteAnswer: 'retry',
  notAStream: 'editEndpoint',
  imagesUnsupported: 'selectModel',
  contentFiltered: 'removeImages',
  badRequest: 'removeImages',
  mediaUnreadable: 'removeImages',
  storage: 'retry',
  invalidParameter: 'retry',
  invalidInput: 'retry',
  unsupported: 'selectModel',
  budgetReached: 'openSettings',
  unknown: 'retry',
};

const kinds = Object.entries(firstActions).map(([kind, action]) => ({ kind: kind as FailureKind, action }));

describe('the words for a failure', () => {
  for (const { kind, action } of kinds) {
    it(`${kind}: say what happened, that the question is kept, and what to do`, () => {
      const failure = failureOf(kind, { status: 418, detail: 'I am a teapot' }, { imageCount: 2 });
      assert.equal(failure.kind, kind);
      assert.equal(failure.detail, 'I am a teapot');
      assert.equal(failure.actions[0], action);
      assert.equal(new Set(failure.actions).size, failure.actions.length);
      assert(failure.actions.includes('retry'));
      assert(!failure.actions.includes('continueAnswer'));
      assert.match(failure.message, /^[A-Z].*\.$/);
      assert.match(failure.message, /Your question is kept\./);
      assert.doesNotMatch(failure.message, /teapot|undefined|\bnull\b| {2}|\(\)/);
      if (!['noModel', 'contextExceeded', 'storage', 'incompleteAnswer'].includes(kind)) {
        assert.match(failure.message, /Acme/);
      }
    });

    it(`${kind}: say that what came is kept when there is something`, () => {
      const { message } = failureOf(kind, {}, { hasPartialAnswer: true });
      assert.match(message, kind === 'noModel' ? /Your question is kept\./ : /What came so far is kept\./);
    });
  }

  it('offer to remove images only where there are some', () => {
    const withoutImages = kinds.filter(({ kind }) => failureOf(kind, {}, {}).actions.includes('removeImages'));
    assert.deepEqual(
      withoutImages.map(({ kind }) => kind),
      ['imagesUnsupported', 'mediaUnreadable'],
    );
  });

  it('of a rate limit say how long to wait, in a unit that people use', () => {
    const cases: readonly (readonly [number, string])[] = [
      [200, '1 second,'],
      [1000, '1 second,'],
      [11_200, '12 seconds,'],
      [119_000, '119 seconds,'],
      [120_000, '2 minutes,'],
      [3_600_000, '60 minutes,'],
      [86_400_000, '24 hours,'],
    ];
    for (const [retryAfterMilliseconds, expected] of cases) {
      const { message } = failureOf('rateLimited', { status: 429, retryAfterMilliseconds }, {});
      assert(message.includes(`It asks to wait ${expected}`), message);
    }
    assert.match(failureOf('rateLimited', {}, {}).message, /Wait a moment/);
  });

  it('of a server that asks for more than a minute offer to wait first, and say until when', () => {
    const before = Date.now();
    const { actions, retryAt = 0 } = failureOf('rateLimited', { retryAfterMilliseconds: 90_000 }, {});
    assert.deepEqual(actions, ['waitAndRetry', 'retry', 'selectModel']);
    assert(retryAt >= before + 90_000 && retryAt <= Date.now() + 90_000);
    const short = failureOf('rateLimited', { retryAfterMilliseconds: 60_000 }, {});
    assert(!short.actions.includes('waitAndRetry') && short.retryAt === undefined);
  });

  it('offer to change the address wherever it may be what is wrong', () => {
    const withAddress = kinds.filter(({ kind }) => failureOf(kind, {}, {}).actions.includes('editEndpoint'));
    assert.deepEqual(
      withAddress.map(({ kind }) => kind),
      ['connectionRefused', 'hostNotFound', 'certificate', 'redirected', 'notAStream'],
    );
  });

  it('of a server that does not know the path name the address, not the model', () => {
    const { message, actions } = failureOf('badRequest', { status: 404 }, { imageCount: 1 });
    assert.match(message, /\(HTTP 404\).*Check the endpoint's address/);
    assert.deepEqual(actions, ['editEndpoint', 'retry', 'selectModel', 'openLog']);
  });

  it('have the status of the answer, where there was one', () => {
    assert.match(failureOf('serverError', { status: 503 }, {}).message, /\(HTTP 503\)/);
    assert.doesNotMatch(failureOf('serverError', {}, {}).message, /HTTP/);
  });

  it('of something unforeseen repeat nothing of it, for it may hold a key', () => {
    for (const error of [new TypeError('invalid header value: Bearer sk-secret'), 'sk-secret', undefined]) {
      const failure = describeFailure(error, { model });
      assert.equal(failure.kind, 'unknown');
      assert.doesNotMatch(JSON.stringify(failure), /sk-secret/);
    }
  });

  it('of the disk name what is wrong with it', () => {
    const failing = (code: string) => describeStorageFailure(Object.assign(new Error(code), { code })).message;
    assert.match(failing('ENOSPC'), /disk is full/);
    assert.match(failing('EROFS'), /permissions/);
    assert.match(failing('EIO'), /writing to the disk failed/);
  });

  it('of an answer that was cut offer to go on from what there is', () => {
    assert.deepEqual(describeInterruption({ text: 'Ye' }).actions, ['continueAnswer', 'retry']);
    assert.deepEqual(describeInterruption({ text: '' }).actions, ['retry']);
    assert.deepEqual(describeLengthLimit({ model, hasPartialAnswer: true }).actions, ['continueAnswer', 'retry']);
    assert.match(describeMissingAttachment('cat.png').message, /cat\.png/);
  });

  it('of a stored copy that went while the request was sent name the attachment', () => {
    const cause = new BlobError('missing', 'abc');
    const error = new ModelError('mediaUnreadable', 'The stored copy of a.png is gone or damaged.', { cause });
    const { message, actions } = describeFailure(error, { model, imageCount: 1 });
    assert.match(message, /^The stored copy of a\.png is gone.* kept\. Attach it again/);
    assert.ok(actions.includes('removeImages'));
  });
});

function failureOf(
  kind: FailureKind,
  details: ModelErrorDetails,
  context: { readonly imageCount?: number; readonly hasPartialAnswer?: boolean },
) {
  return describeFailure(new ModelError(kind, 'That is so.', details), { model, ...context });
}
