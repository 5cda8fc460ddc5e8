import { t } from '@vscode/l10n';
import type { AttachmentServices, CallOptions } from '../../attachments/attachment-services';
import { describePicture } from '../../features/describe-picture/describe-picture';
import { MediaError } from '../../media-process/media-service';
import type { ImageReference } from '../../shared/blob';
import { ModelError } from '../../model/model-error';
import type { MultimodalModel } from '../../model/multimodal-model';
import type { EndpointServices } from '../endpoints/endpoint-services';
import { chooseModel } from '../models/choose-model';
import type { ModelChoice } from '../models/model-choice';
import { descriptionModel, saveDescriptionModel } from './description-setting';

/** Has pictures described by the model that the person chose for that; it is asked for at the first one. */
export class PictureDescriptions {
  readonly #services: EndpointServices;
  /** One question to the person, however many pictures wait for its answer. */
  #asking: Promise<ModelChoice | undefined> | undefined;

  constructor(services: EndpointServices) {
    this.#services = services;
  }

  /** Lets the person choose the model; undefined when they chose none. */
  async choose(): Promise<ModelChoice | undefined> {
    const choice = await chooseModel(this.#services, {
      title: t('Iris: Select Description Model'),
      placeholder: t('Choose the model that describes pictures for models that take none'),
      current: descriptionModel(),
      accepts: ({ input }) => input?.image !== false,
    });
    if (choice) {
      await saveDescriptionModel(choice);
    }
    return choice;
  }

  /** Throws `MediaError` with a sentence that says what to do, or the signal's reason. */
  async describe(picture: ImageReference, { signal }: CallOptions, services: AttachmentServices): Promise<string> {
    const choice = descriptionModel() ?? (await this.#ask());
    signal.throwIfAborted();
    if (!choice) {
      throw new MediaError(
        'codecMissing',
        t(
          'No model was chosen to describe it, and nothing was sent. Try again and choose one, or send something else instead.',
        ),
      );
    }
    const { models } = this.#services;
    const model = await this.#model(choice);
    return await describePicture({ picture, model, target: models.targetOf(choice), services, signal });
  }

  async #model(choice: ModelChoice): Promise<MultimodalModel> {
    try {
      return await this.#services.models.get(choice);
    } catch (error) {
      throw error instanceof ModelError
        ? new MediaError(
            'codecMissing',
            t('{0} Choose another model for descriptions with "Iris: Select Description Model".', error.message),
          )
        : error;
    }
  }

  #ask(): Promise<ModelChoice | undefined> {
    this.#asking ??= this.choose().finally(() => (this.#asking = undefined));
    return this.#asking;
  }
}
