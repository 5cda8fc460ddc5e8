import { t } from '@vscode/l10n';
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
      return t('{0} asks for an API key{1}.', host, code);
    case 'unauthorized':
      return t('{0} did not accept the API key{1}.', host, code);
    case 'forbidden':
      return status === 402 ? t('{0} asks for payment{1}.', host, code) : t('{0} does not allow this{1}.', host, code);
    case 'modelNotFound':
      return t('{0} does not know this model{1}.', host, code);
    case 'tooLarge':
      return t('The request is too large for {0}{1}.', host, code);
    case 'contextExceeded':
      return t("The conversation is longer than the model's context{0}.", code);
    case 'rateLimited':
      return t('{0} limits how often it answers{1}.', host, code);
    case 'serverError':
      return t('{0} failed{1}.', host, code);
    case 'connectionRefused':
      return t('Nothing answers at {0}.', host);
    case 'hostNotFound':
      return t('The host {0} was not found.', host);
    case 'certificate':
      return t('The certificate of {0} is not trusted.', host);
    case 'redirected':
      return t('{0} redirects to another address{1}.', host, code);
    case 'timeout':
      return t('{0} did not answer in time{1}.', host, code);
    case 'connectionLost':
      return t('The connection to {0} was lost.', host);
    case 'incompleteAnswer':
      return t('The answer ended before it was complete.');
    case 'notAStream':
      return t('{0} answered, but not with the answer of a model.', host);
    case 'imagesUnsupported':
      return t('The model does not take images{0}.', code);
    case 'mediaUnreadable':
      return t('{0} could not read an attached image{1}.', host, code);
    case 'contentFiltered':
      return t('A content filter of {0} refused this{1}.', host, code);
    case 'badRequest':
      return t('{0} refused the request{1}.', host, code);
    case 'unsupported':
      return t('{0} does not offer this{1}.', host, code);
    case 'noModel':
    case 'storage':
    case 'invalidParameter':
    case 'invalidInput':
    case 'budgetReached':
    case 'unknown':
      return t('The request to {0} failed{1}.', host, code);
  }
}
