import { t } from '@vscode/l10n';
import { parameterProblems } from '../shared/check-parameters';
import type { ParameterLayer } from '../shared/parameters';
import { isFields, type Report } from './parse-fields';

/** Reads parameters as settings have them. Those that can't be sent are left out and told. */
export function parseParameterLayer(value: unknown, report: Report): ParameterLayer | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (!isFields(value)) {
    report(t('"parameters" must be an object; it is ignored.'));
    return undefined;
  }
  const bad = new Map(parameterProblems(value).map(({ name, problem }) => [name, problem]));
  bad.forEach((problem, name) => report(t('the parameter "{0}" {1}; it is ignored.', name, problem)));
  const good = Object.entries(value).filter(([name]) => !bad.has(name));
  return good.length > 0 ? Object.fromEntries(good) : undefined;
}
