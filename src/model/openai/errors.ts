import { APIError } from 'openai';
import type { FailureKind } from '../../shared/failure';
import { ModelError } from '../model-error';
import { BodyLimitError } from './body';
import { readConnectionFailure } from './connection-failure';
import { type ErrorWords, readErrorBody, readErrorValue, shortenedWords } from './error-words';
import { failureKind } from '../failure-kind';
import { FailedRequest } from './failed-request';
import type { Redact } from '../redact';
import { readRetryAfter } from './retry-after';

/** What has to be known about a request to understand why it failed. */
export interface Circumstances {
  /** Host and port, for messages. */
  readonly host: string;
  readonly hasImages: boolean;
  readonly keySent: boolean;
  readonly redact: Redact;
}

/** An answer that says no: a status that is not 2xx, or an error in the body of one that is. */
export function refusedAnswer(
  answer: { readonly status: number; readonly headers: Headers; readonly body: string },
  circumstances: Circumstances,
): FailedRequest {
  return refusal({ ...answer, words: readErrorBody(answer.body) }, circumstances);
}

/** Anything that was thrown while a request was made or its answer read, apart from the caller's own abort. */
export function toFailedRequest(thrown: unknown, circumstances: Circumstances): FailedRequest {
  if (thrown instanceof FailedRequest) {
    return thrown;
  }
  if (thrown instanceof ModelError) {
    return new FailedRequest(thrown, { repeatable: false });
  }
  if (thrown instanceof BodyLimitError) {
    return failure(thrown.exceeded === 'silence' ? 'timeout' : 'incompleteAnswer', circumstances, {
      repeatable: false,
      detail: thrown.message,
    });
  }
  // The caller's own abort does not come here: it was the client's time limit.
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return failure('timeout', circumstances, { repeatable: true });
  }
  const connection = readConnectionFailure(thrown);
  if (connection) {
    return failure(connection.kind, circumstances, {
      repeatable: connection.repeatable,
      cause: thrown,
      ...(connection.code && { detail: connection.code }),
    });
  }
  if (isErrorEvent(thrown)) {
    const words = readErrorValue(thrown.error);
    const body = JSON.stringify({ error: thrown.error });
    return refusal({ status: undefined, headers: undefined, words, body }, circumstances);
  }
  if (thrown instanceof SyntaxError) {
    // Its message may quote the payload: it is not passed on.
    return failure('notAStream', circumstances, { repeatable: false });
  }
  const detail = thrown instanceof Error ? circumstances.redact(thrown.message) : undefined;
  return failure('unknown', circumstances, { repeatable: false, cause: thrown, ...(detail && { detail }) });
}

/** The client throws what an `error` event, or a chunk with an `error`, holds. */
function isErrorEvent(thrown: unknown): thrown is { readonly error: unknown } {
  return thrown instanceof APIError && thrown.error !== undefined;
}

export interface FailureDetails {
  readonly repeatable: boolean;
  readonly detail?: string;
  readonly status?: number;
  readonly cause?: unknown;
}

export function failure(kind: FailureKind, { host }: Circumstances, details: FailureDetails): FailedRequest {
  return new FailedRequest(new ModelError(kind, sentence(kind, host, details.status), details), details);
}

interface RefusedAnswer {
  /** As it came. */
  readonly body?: string;
  readonly status: number | undefined;
  readonly headers: Headers | undefined;
  readonly words: ErrorWords;
}

function refusal(answer: RefusedAnswer, { host, hasImages, keySent, redact }: Circumstances): FailedRequest {
  const { body, headers, words } = answer;
  const status = answer.status === undefined || answer.status < 400 ? words.status : answer.status;
  const kind = failureKind({ status, words: words.all, hasImages, keySent });
  const detail = shortenedWords(redact(words.text));
  const retryAfterMilliseconds = headers && readRetryAfter(headers);
  const requestId = redact(headers?.get('x-request-id') ?? headers?.get('request-id') ?? '');
  const error = new ModelError(kind, sentence(kind, host, status), {
    ...(status !== undefined && { status }),
    ...(detail && { detail }),
    ...(retryAfterMilliseconds !== undefined && { retryAfterMilliseconds }),
    ...(requestId && { requestId }),
  });
  return new FailedRequest(error, {
    repeatable: isRepeatable({ kind, status, headers, words }),
    ...(body !== undefined && status !== undefined && status >= 400 && { body }),
  });
}

function isRepeatable({
  kind,
  status,
  headers,
  words,
}: RefusedAnswer & { readonly kind: FailureKind; readonly status: number | undefined }): boolean {
  const told = headers?.get('x-should-retry');
  if (told === 'true' || told === 'false') {
    return told === 'true';
  }
  if (/insufficient_quota/.test(words.all)) {
    return false;
  }
  // llama.cpp says 500 to pictures it cannot take: sending them again changes nothing.
  const temporary: readonly FailureKind[] = ['rateLimited', 'serverError', 'timeout', 'badRequest'];
  return (
    temporary.includes(kind) &&
    status !== undefined &&
    (status === 408 || status === 409 || status === 429 || status >= 500)
  );
}

function sentence(kind: FailureKind, host: string, status: number | undefined): string {
  const code = status === undefined ? '' : ` (HTTP ${status})`;
  switch (kind) {
    case 'keyMissing':
      return `${host} asks for an API key${code}.`;
    case 'unauthorized':
      return `${host} did not accept the API key${code}.`;
    case 'forbidden':
      return status === 402 ? `${host} asks for payment${code}.` : `${host} does not allow this${code}.`;
    case 'modelNotFound':
      return `${host} does not know this model${code}.`;
    case 'tooLarge':
      return `The request is too large for ${host}${code}.`;
    case 'contextExceeded':
      return `The conversation is longer than the model's context${code}.`;
    case 'rateLimited':
      return `${host} limits how often it answers${code}.`;
    case 'serverError':
      return `${host} failed${code}.`;
    case 'connectionRefused':
      return `Nothing answers at ${host}.`;
    case 'hostNotFound':
      return `The host ${host} was not found.`;
    case 'certificate':
      return `The certificate of ${host} is not trusted.`;
    case 'redirected':
      return `${host} redirects to another address${code}.`;
    case 'timeout':
      return `${host} did not answer in time${code}.`;
    case 'connectionLost':
      return `The connection to ${host} was lost.`;
    case 'incompleteAnswer':
      return 'The answer ended before it was complete.';
    case 'notAStream':
      return `${host} answered, but not with the answer of a model.`;
    case 'imagesUnsupported':
      return `The model does not take images${code}.`;
    case 'mediaUnreadable':
      return `${host} could not read an attached image${code}.`;
    case 'contentFiltered':
      return `A content filter of ${host} refused this${code}.`;
    case 'badRequest':
      return `${host} refused the request${code}.`;
    case 'unsupported':
      return `${host} does not offer this${code}.`;
    case 'noModel':
    case 'storage':
    case 'invalidParameter':
    case 'invalidInput':
    case 'budgetReached':
    case 'unknown':
      return `The request to ${host} failed${code}.`;
  }
}
