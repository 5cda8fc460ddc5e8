import type { OpenAI } from 'openai';
import type { JsonObject } from '../../shared/parameters';
import type { TokenUsage } from '../../shared/usage';
import type { FinishReason } from '../deltas';
import type { ExchangeObserver } from '../exchange-record';
import type { QuestionSummary, RequestLog } from '../request-log';
import { createClient } from './client';
import { toFailedRequest } from './errors';
import { Exchange, type ExchangeSettings } from './exchange';
import { ExchangeRecorder } from './exchange-recorder';
import { FailedRequest } from './failed-request';

export interface RequestSettings extends Omit<ExchangeSettings, 'onSend' | 'recorder'> {
  readonly log: RequestLog | undefined;
  /** Number of the request in the log; the same for all tries. */
  readonly request: number;
  readonly attempt: number;
  readonly question?: QuestionSummary;
  readonly ofDeployment?: boolean;
  readonly onExchange?: ExchangeObserver | undefined;
  /** What is sent, for `onExchange`. */
  readonly body?: JsonObject;
}

/** What the log tells of an answer. */
export interface AnswerSummary {
  readonly finishReason?: FinishReason;
  readonly usage?: TokenUsage;
}

/**
 * Makes one request and gives out what its answer is read into; logs how it went. Throws `FailedRequest`, or the
 * reason of the caller's signal.
 */
export async function* sendRequest<T>(
  settings: RequestSettings,
  read: (client: OpenAI, exchange: Exchange) => AsyncGenerator<T, AnswerSummary>,
): AsyncGenerator<T> {
  const { log, request, attempt, signal, onExchange, body, stored = new Map() } = settings;
  const startedAt = Date.now();
  const milliseconds = (): number => Date.now() - startedAt;
  const recorder = onExchange && new ExchangeRecorder({ observe: onExchange, request, attempt, body, stored });
  const exchange = new Exchange({
    ...settings,
    recorder,
    onSend: (sent) =>
      log?.({
        event: 'started',
        request,
        attempt,
        ...sent,
        ...(settings.question && { question: settings.question }),
      }),
  });
  let settled = false;
  let summary: AnswerSummary = {};
  const items = async function* (): AsyncGenerator<T> {
    summary = yield* read(createClient({ ...settings, fetch: exchange.fetch }), exchange);
  };
  try {
    for await (const item of items()) {
      recorder?.token();
      yield item;
    }
    // The client ends silently when it is aborted.
    signal?.throwIfAborted();
    settled = true;
    recorder?.ended();
    log?.({ event: 'ended', request, status: exchange.status ?? 0, milliseconds: milliseconds(), ...summary });
  } catch (thrown) {
    signal?.throwIfAborted();
    settled = true;
    const failed = settle(thrown, exchange);
    const { kind, message, status, detail, requestId } = failed.error;
    recorder?.ended(detail === undefined ? message : `${message} ${detail}`);
    log?.({
      event: 'failed',
      request,
      milliseconds: milliseconds(),
      kind,
      message,
      ...(status !== undefined && { status }),
      ...(detail !== undefined && { detail }),
      ...(requestId !== undefined && { serverRequestId: requestId }),
    });
    throw failed;
  } finally {
    if (!settled) {
      recorder?.ended('The request was cancelled.');
      log?.({ event: 'cancelled', request, milliseconds: milliseconds() });
    }
  }
}

/**
 * A connection that breaks once the answer has begun, or falls silent once there is a status, is not tried again: the
 * server would answer, and count, twice.
 */
function settle(thrown: unknown, exchange: Exchange): FailedRequest {
  const failed = toFailedRequest(exchange.failure ?? thrown, exchange.circumstances);
  const { kind, status } = failed.error;
  return status === undefined && (exchange.begun || (kind === 'timeout' && exchange.status !== undefined))
    ? new FailedRequest(failed.error, { repeatable: false })
    : failed;
}
