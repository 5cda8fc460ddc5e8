import type { ModelResult } from '../../model/deltas';

/** The start of an answer. Models that think first may have put all of it there when a server cuts answers short. */
export function answerOf(result: ModelResult): string {
  return (result.text.trim() || result.reasoning.trim()).slice(0, 200);
}
