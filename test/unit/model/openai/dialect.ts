import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ModelResult } from '../../../../src/model/deltas';
import type { Endpoint } from '../../../../src/model/endpoint';
import type { FailureKind } from '../../../../src/shared/failure';

/** One kind of server: its paths and headers, what it answers, and what is to be made of it. */
export interface Dialect {
  readonly name: string;
  /** `baseUrl` is a path here; the origin is that of the test's server. */
  readonly endpoint: Pick<Endpoint, 'baseUrl' | 'apiVersion' | 'deployment'>;
  readonly model: string;
  /** The header that brings the key. */
  readonly key: 'authorization' | 'api-key';
  /** Headers of each of its answers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What is asked for, with query. */
  readonly paths: { readonly models: string; readonly chat: string };
  readonly listed: readonly string[];
  /** What the answer in chat.json is; everything else of the result is empty. */
  readonly answer: Partial<ModelResult>;
}

/** How a server says no. */
export interface DialectError {
  readonly when: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or text as it is. */
  readonly body: unknown;
  readonly kind: FailureKind;
  readonly detail?: string;
  readonly retryAfterMilliseconds?: number;
  /** The status that an answer with 200 tells in its body. */
  readonly told?: number;
  /** What the question had with it. */
  readonly sends?: 'image' | 'imageUrl';
}

const folder = path.join('test', 'fixtures', 'dialects');

/** Every folder that describes a server. */
export function dialectNames(): string[] {
  return readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'server.json')));
}

export function dialectFile(name: string, file: 'server' | 'models' | 'chat' | 'errors'): string {
  return readFileSync(path.join(folder, name, `${file}.json`), 'utf8');
}
