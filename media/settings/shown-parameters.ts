import { parameterSpecs } from '../../src/shared/parameter-specs';
import type { ParameterSpec } from '../../src/shared/parameter-specs';
import type { ParameterName } from '../../src/shared/parameters';

/**
 * @param query words that all have to occur in the name or the description
 * @param wanted leaves out the others, when it is given
 */
export function shownParameters(
  query: string,
  wanted: ((name: ParameterName) => boolean) | undefined,
): readonly ParameterSpec[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return parameterSpecs.filter(({ name, description }) => {
    const text = `${name} ${name.replaceAll('_', ' ')} ${description}`.toLowerCase();
    return words.every((word) => text.includes(word)) && (wanted?.(name) ?? true);
  });
}
