import { parameterSpecs } from '../../src/shared/parameter-specs';
import type { EffectiveParameter, ParameterLayer, ParameterName } from '../../src/shared/parameters';

/**
 * The values in force by name. The chat's own count at once, before the host has told what they lead to.
 *
 * @param own what this chat has set
 * @param told the host's account, which may be a moment old
 */
export function effectiveInChat(
  own: ParameterLayer,
  told: readonly EffectiveParameter[],
): ReadonlyMap<ParameterName, EffectiveParameter> {
  return new Map(
    parameterSpecs.flatMap(({ name }): [ParameterName, EffectiveParameter][] => {
      const value: unknown = own[name];
      if (value !== undefined) {
        return [[name, { name, value, source: 'chat' }]];
      }
      const further = told.find((parameter) => parameter.name === name && parameter.source !== 'chat');
      return further ? [[name, further]] : [];
    }),
  );
}
