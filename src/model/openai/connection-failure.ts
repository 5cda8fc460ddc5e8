import type { FailureKind } from '../../shared/failure';
import { asRecord } from '../json';

export interface ConnectionFailure {
  readonly kind: FailureKind;
  /** Node's or Chromium's code, such as `ECONNREFUSED`; empty when there is none. */
  readonly code: string;
  readonly repeatable: boolean;
}

/**
 * Codes of Node (https://nodejs.org/api/errors.html), of undici (https://undici.nodejs.org/#/docs/api/Errors) and of
 * Chromium's network stack, through which VS Code can be told to send requests. The first that matches counts.
 */
const kinds: readonly (readonly [RegExp, Omit<ConnectionFailure, 'code'>])[] = [
  [
    /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ERR_CONNECTION_REFUSED|ERR_ADDRESS_UNREACHABLE/,
    { kind: 'connectionRefused', repeatable: true },
  ],
  [/EAI_AGAIN/, { kind: 'hostNotFound', repeatable: true }],
  [/ENOTFOUND|EAI_|ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED/, { kind: 'hostNotFound', repeatable: false }],
  [
    /CERT|ERR_TLS|ERR_SSL|EPROTO|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH/,
    { kind: 'certificate', repeatable: false },
  ],
  [/UND_ERR_(CONNECT|HEADERS)_TIMEOUT|ETIMEDOUT|ERR_(CONNECTION_)?TIMED_OUT/, { kind: 'timeout', repeatable: true }],
  [/UND_ERR_BODY_TIMEOUT/, { kind: 'timeout', repeatable: false }],
  [
    /ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_CLOSED|UND_ERR_RES|HPE_|ERR_(CONNECTION|EMPTY|NETWORK|HTTP2|INCOMPLETE)/,
    { kind: 'connectionLost', repeatable: true },
  ],
];

/** Reads what became of a connection from the error that `fetch` or the reading of its body threw. */
export function readConnectionFailure(thrown: unknown): ConnectionFailure | undefined {
  const codes = codesIn(thrown, 0);
  for (const [pattern, failure] of kinds) {
    const code = codes.find((candidate) => pattern.test(candidate));
    if (code !== undefined) {
      return { ...failure, code };
    }
  }
  // undici's words when the connection ends inside of a body, without a code on the outer error.
  return thrown instanceof TypeError && /terminated|fetch failed|network/i.test(thrown.message)
    ? { kind: 'connectionLost', repeatable: true, code: '' }
    : undefined;
}

function codesIn(thrown: unknown, depth: number): string[] {
  const error = asRecord(thrown);
  if (!error || depth > 5) {
    return [];
  }
  const { code, message, cause, errors } = error;
  return [
    ...(typeof code === 'string' ? [code] : []),
    ...(typeof message === 'string' ? (/\bERR_[A-Z_0-9]+/.exec(message) ?? []) : []),
    ...codesIn(cause, depth + 1),
    ...(Array.isArray(errors) ? errors.flatMap((inner) => codesIn(inner, depth + 1)) : []),
  ];
}
