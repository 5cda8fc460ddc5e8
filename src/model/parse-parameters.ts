import { parameterSpecs } from '../shared/parameter-specs';
import type { ParameterLayer } from '../shared/parameters';
import { isFields, type Report } from './parse-fields';

/** Reads parameters as settings have them. Those that can't be sent are left out and told. */
export function parseParameterLayer(value: unknown, report: Report): ParameterLayer | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (!isFields(value)) {
    report('"parameters" must be an object; it is ignored.');
    return undefined;
  }
  const good = Object.entries(value).filter(([name]) => {
    const isKnown = parameterSpecs.some((spec) => spec.name === name);
    if (!isKnown) {
      report(`the parameter "${name}" is unknown; it is ignored.`);
    }
    return isKnown;
  });
  return good.length > 0 ? Object.fromEntries(good) : undefined;
}
