import { ModelError } from '../../model/model-error';
import type { MultimodalModel } from '../../model/multimodal-model';
import type { FailureKind } from '../../shared/failure';
import { answerOf } from './answer-of';
import { redSquare } from './test-picture';

/** What one real question with a tiny picture showed about a model. */
export type TestOutcome =
  | { readonly type: 'seesPictures'; readonly answer: string }
  /** It answered, but not what the picture shows. */
  | { readonly type: 'unsure'; readonly answer: string }
  | { readonly type: 'textOnly' }
  | { readonly type: 'failed'; readonly error: unknown };

const pictureQuestion = 'Which colour fills this picture? Answer with one English word.';
const textQuestion = 'Answer with the one word: ready';

/** What servers say to a picture that their model can't take; not all of them say it clearly. */
const mayBeAboutThePicture: ReadonlySet<FailureKind> = new Set([
  'imagesUnsupported',
  'mediaUnreadable',
  'badRequest',
  'serverError',
]);

/** Asks a model once with a picture and, where it refuses that, once without. Aborting throws the signal's reason. */
export async function askTestQuestion(model: MultimodalModel, signal: AbortSignal): Promise<TestOutcome> {
  try {
    const result = await model.complete(
      pictureQuestion,
      [{ type: 'image', image: { mediaType: 'image/png', bytes: redSquare() }, name: 'red.png' }],
      { signal },
    );
    const answer = answerOf(result);
    return { type: /\bred\b/i.test(answer) ? 'seesPictures' : 'unsure', answer };
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof ModelError && mayBeAboutThePicture.has(error.kind)
      ? askWithoutPicture(model, signal)
      : { type: 'failed', error };
  }
}

async function askWithoutPicture(model: MultimodalModel, signal: AbortSignal): Promise<TestOutcome> {
  try {
    await model.complete(textQuestion, [], { signal });
    return { type: 'textOnly' };
  } catch (error) {
    signal.throwIfAborted();
    return { type: 'failed', error };
  }
}
