import type { IrisApi } from '../api/iris';
import type { Models } from './models/models';

/** What other extensions get from `activate`; see src/api/iris.d.ts. */
export function createApi(models: Models): IrisApi {
  return {
    version: 1,
    getModel: () => models.current(),
    onDidChangeModel: (listener) => models.onDidChange(listener),
  };
}
