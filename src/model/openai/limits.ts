import type { Endpoint } from '../endpoint';

/** How long and how much of an answer is waited for. */
export interface Limits {
  /** Milliseconds until the server has begun to answer; until it has answered, where no stream was asked. */
  readonly responseMilliseconds: number;
  /** Milliseconds without a single byte after which a connection counts as dead; keep-alive comments count as bytes. */
  readonly silenceMilliseconds: number;
  /** Milliseconds that a server which has given its finish reason gets for the rest: usage and `[DONE]`. */
  readonly closingMilliseconds: number;
  /** Bytes of one answer. */
  readonly answerBytes: number;
}

/** Five minutes is also where Node's own fetch gives up, and models that think or load do need minutes. */
export const defaultLimits: Limits = {
  responseMilliseconds: 300_000,
  silenceMilliseconds: 300_000,
  closingMilliseconds: 5_000,
  answerBytes: 64 * 1024 * 1024,
};

/** The limits that hold for an endpoint: its own patience, where it has one. */
export function limitsOf({ timeoutSeconds }: Endpoint, limits: Limits = defaultLimits): Limits {
  const milliseconds = timeoutSeconds === undefined ? undefined : timeoutSeconds * 1_000;
  return milliseconds === undefined
    ? limits
    : { ...limits, responseMilliseconds: milliseconds, silenceMilliseconds: milliseconds };
}
