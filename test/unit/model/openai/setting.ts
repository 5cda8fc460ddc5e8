import type { ModelDelta } from '../../../../src/model/deltas';
import { ModelError } from '../../../../src/model/model-error';
import type { MultimodalModel } from '../../../../src/model/multimodal-model';
import { createOpenAiModel, type OpenAiModelSettings } from '../../../../src/model/openai/openai-model';
import type { RequestLogEntry } from '../../../../src/model/request-log';
import { OpenAiServer } from '../../../servers/openai-server';

export const sentinelKey = 'sk-sentinel-0123456789abcdef';

/** A server, a model that asks it, and what the model logged; closed when the block that uses it ends. */
export class Setting implements AsyncDisposable {
  readonly server: OpenAiServer;
  readonly model: MultimodalModel;
  readonly log: RequestLogEntry[] = [];

  private constructor(server: OpenAiServer, changes: Partial<OpenAiModelSettings>) {
    this.server = server;
    this.model = createOpenAiModel({
      endpoint: { name: 'Test', baseUrl: server.baseUrl, model: 'test-vision' },
      model: 'test-vision',
      apiKey: () => Promise.resolve(sentinelKey),
      log: (entry) => this.log.push(entry),
      ...changes,
    });
  }

  static async create(changes: (server: OpenAiServer) => Partial<OpenAiModelSettings> = () => ({})): Promise<Setting> {
    const server = await OpenAiServer.start();
    return new Setting(server, changes(server));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.close();
  }
}

export interface Outcome {
  readonly deltas: readonly ModelDelta[];
  readonly text: string;
  /** What the stream threw, if it did. */
  readonly error: unknown;
}

/** Reads a stream to its end or its error. */
export async function read(stream: AsyncIterable<ModelDelta>): Promise<Outcome> {
  const deltas: ModelDelta[] = [];
  let error: unknown;
  try {
    for await (const delta of stream) {
      deltas.push(delta);
    }
  } catch (thrown) {
    error = thrown;
  }
  return { deltas, text: deltas.map((delta) => (delta.type === 'text' ? delta.text : '')).join(''), error };
}

/** The error of a stream that has to fail with a `ModelError`. */
export async function failureOf(stream: AsyncIterable<ModelDelta>): Promise<ModelError> {
  const { error } = await read(stream);
  if (error instanceof ModelError) {
    return error;
  }
  throw new Error(`Expected a ModelError, got ${String(error)}.`, { cause: error });
}
