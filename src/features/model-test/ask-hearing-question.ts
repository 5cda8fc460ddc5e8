import { ModelError } from '../../model/model-error';
import type { MultimodalModel } from '../../model/multimodal-model';
import type { FailureKind } from '../../shared/failure';
import { answerOf } from './answer-of';
import { beepSound } from './test-sound';

/** What one real question with a tiny sound showed about a model. */
export type HearingOutcome =
  | { readonly type: 'hears' }
  /** It answered, but not how many beeps there are: some servers leave sound out without a word. */
  | { readonly type: 'unsure' }
  | { readonly type: 'deaf' }
  /** Something else went wrong. */
  | { readonly type: 'failed' };

const question = 'How many beeps are in this recording? Answer with one digit.';

/** What servers say to a part that they do not know, or that their model can't take. */
const aboutTheSound: ReadonlySet<FailureKind> = new Set([
  'imagesUnsupported',
  'mediaUnreadable',
  'badRequest',
  'serverError',
  'modelNotFound',
  'unsupported',
]);

/** Asks a model that is known to answer once with a sound. Aborting throws the signal's reason. */
export async function askHearingQuestion(model: MultimodalModel, signal: AbortSignal): Promise<HearingOutcome> {
  try {
    const result = await model.complete(
      question,
      [{ type: 'audio', audio: { mediaType: 'audio/wav', bytes: beepSound() }, name: 'beeps.wav' }],
      { signal },
    );
    return { type: /\b(3|three)\b/i.test(answerOf(result)) ? 'hears' : 'unsure' };
  } catch (error) {
    signal.throwIfAborted();
    return { type: error instanceof ModelError && aboutTheSound.has(error.kind) ? 'deaf' : 'failed' };
  }
}
