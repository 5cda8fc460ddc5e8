import type { ModelDelta } from '../../../../../src/model/deltas';
import type { Endpoint } from '../../../../../src/model/endpoint';
import type { MultimodalModel } from '../../../../../src/model/multimodal-model';
import { createOpenAiModel, type OpenAiModelSettings } from '../../../../../src/model/openai/openai-model';
import type { Peer } from '../../../../servers/peers/peer';
import { sentinelKey } from '../setting';

export interface PeerModelSettings extends Partial<OpenAiModelSettings> {
  /** Path under the origin, such as `/v1`. */
  readonly path?: string;
  /** Changes of the endpoint. */
  readonly at?: Partial<Endpoint>;
}

/** A model of this server. What fails for a passing reason fails at once, unless `at.maxRetries` says otherwise. */
export function modelOf(peer: Peer, { path = '/v1', at = {}, ...changes }: PeerModelSettings = {}): MultimodalModel {
  const model = changes.model ?? 'gpt-4o';
  return createOpenAiModel({
    endpoint: { name: 'Peer', baseUrl: peer.origin + path, model, maxRetries: 0, ...at },
    apiKey: () => Promise.resolve(sentinelKey),
    ...changes,
    model,
  });
}

/** The types of the deltas, each once for a run of the same. */
export function shapeOf(deltas: readonly ModelDelta[]): string {
  return deltas
    .map(({ type }) => type)
    .filter((type, index, all) => type !== all[index - 1])
    .join(' ');
}
