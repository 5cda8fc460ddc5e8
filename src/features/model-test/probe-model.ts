import type { MultimodalModel } from '../../model/multimodal-model';
import type { ModelCapabilities } from '../../shared/capabilities';
import { askHearingQuestion, type HearingOutcome } from './ask-hearing-question';
import { askTestQuestion, type TestOutcome } from './ask-test-question';

export interface ProbeOutcome {
  readonly sight: TestOutcome;
  /** Absent where it was not asked: the model is known to be deaf, or does not answer at all. */
  readonly hearing?: HearingOutcome;
}

/** Asks a model with a tiny picture and, unless it is known to be deaf, with a tiny sound. Throws the signal's reason. */
export async function probeModel(
  model: MultimodalModel,
  { mayHear, signal }: { readonly mayHear: boolean; readonly signal: AbortSignal },
): Promise<ProbeOutcome> {
  const sight = await askTestQuestion(model, signal);
  return sight.type === 'failed' || !mayHear ? { sight } : { sight, hearing: await askHearingQuestion(model, signal) };
}

/** What the answers prove; what they leave open stays unknown. */
export function probedFacts({ sight, hearing }: ProbeOutcome): ModelCapabilities {
  const input = {
    ...(sight.type !== 'failed' && { text: true }),
    ...(sight.type === 'seesPictures' && { image: true }),
    ...(sight.type === 'textOnly' && { image: false }),
    ...(hearing?.type === 'hears' && { audio: true }),
    ...(hearing?.type === 'deaf' && { audio: false }),
  };
  return Object.keys(input).length > 0 ? { input, output: { text: true } } : {};
}
