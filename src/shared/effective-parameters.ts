import { parameterSpecs } from './parameter-specs';
import { parameterSources } from './parameters';
import type { ChatParameters, EffectiveParameter, ParameterLayers } from './parameters';

/** What is in force and where it comes from, in the order of `parameterSpecs`; the nearest place wins, value by value. */
export function effectiveParameters(layers: ParameterLayers): readonly EffectiveParameter[] {
  return parameterSpecs.flatMap(({ name }) => {
    const source = parameterSources.find((candidate) => layers[candidate]?.[name] !== undefined);
    const value = source && layers[source]?.[name];
    return source && value !== undefined ? [{ name, value, source }] : [];
  });
}

/** The values that are sent. */
export function mergeParameters(layers: ParameterLayers): ChatParameters {
  return Object.fromEntries(
    effectiveParameters(layers).flatMap(({ name, value }) => (value === null ? [] : [[name, value]])),
  );
}
