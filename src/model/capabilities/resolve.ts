import {
  capabilitySources,
  type CapabilitySource,
  type KnownCapabilities,
  type ModelCapabilities,
} from '../../shared/capabilities';
import { factPaths } from './fact-paths';
import { mergeCapabilities } from './merge-capabilities';

export type CapabilityLayers = { readonly [S in CapabilitySource]?: ModelCapabilities };

/** Tried where nobody says otherwise: Iris is for pictures, and a refusal is learned from. */
const assumed: ModelCapabilities = { input: { text: true, image: true }, output: { text: true } };

/** What is known of a model, fact by fact from the most trusted source that tells it. */
export function resolveCapabilities(layers: CapabilityLayers): KnownCapabilities {
  const known = capabilitySources.map((source) => ({
    source,
    capabilities: layers[source] ?? (source === 'assumed' ? assumed : {}),
  }));
  const sources: Record<string, CapabilitySource> = {};
  for (const { source, capabilities } of known) {
    for (const path of factPaths(capabilities)) {
      sources[path] ??= source;
    }
  }
  return { capabilities: mergeCapabilities(...known.map(({ capabilities }) => capabilities)), sources };
}
