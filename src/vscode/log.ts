import * as vscode from 'vscode';
import { createRedactor } from '../model/redact';
import type { RequestLog, RequestLogEntry } from '../model/request-log';

/** The output channel "Iris". */
export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('Iris', { log: true });
}

/** Writes requests to the output channel: what is logged holds no key and no media. */
export function logRequests(log: vscode.LogOutputChannel): RequestLog {
  return (entry) => {
    const line = `#${entry.request} ${describe(entry)}`;
    if (entry.event === 'failed') {
      log.error(line);
    } else {
      log.info(line);
    }
  };
}

/** Writes down a defect with its stack; its text may quote anything, so what looks like a key or media is removed. */
export function logUnexpected(log: vscode.LogOutputChannel, error: unknown): void {
  log.error(redact(error instanceof Error ? (error.stack ?? error.message) : String(error)));
}

const redact = createRedactor([]);

function describe(entry: RequestLogEntry): string {
  switch (entry.event) {
    case 'started': {
      const { question } = entry;
      const about = question
        ? ` ${question.model}, ${question.messages} messages, ${question.images} images${question.streaming ? ', streaming' : ''}`
        : '';
      const again = entry.attempt > 1 ? ` (try ${entry.attempt})` : '';
      return `${entry.method} ${entry.url}${about}, ${entry.bodyBytes} bytes${again}`;
    }
    case 'ended': {
      const usage = entry.usage ? `, ${entry.usage.inputTokens} tokens in, ${entry.usage.outputTokens} out` : '';
      const reason = entry.finishReason ? `, finish reason ${entry.finishReason}` : '';
      return `HTTP ${entry.status} in ${entry.milliseconds} ms${reason}${usage}`;
    }
    case 'cancelled':
      return `cancelled after ${entry.milliseconds} ms`;
    case 'retryScheduled':
      return `try ${entry.attempt} follows in ${entry.delayMilliseconds} ms`;
    case 'failed': {
      const detail = entry.detail ? ` Server: ${entry.detail}` : '';
      const id = entry.serverRequestId ? ` Request id: ${entry.serverRequestId}` : '';
      return `${entry.kind} after ${entry.milliseconds} ms: ${entry.message}${detail}${id}`;
    }
  }
}
