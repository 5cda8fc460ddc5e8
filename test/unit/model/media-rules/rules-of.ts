import { findMediaRules } from '../../../../src/model/media-rules/find-media-rules';
import type { MediaRules } from '../../../../src/model/media-rules/media-rules';
import type { ModelTarget } from '../../../../src/model/model-target';

export function rulesOf(model: string, target: Partial<ModelTarget> = {}): MediaRules {
  return findMediaRules({ endpoint: 'Test', model, offline: false, capabilities: {}, ...target });
}
