import { t } from '@vscode/l10n';
import type { MultimodalModel } from '../../model/multimodal-model';
import type { EndpointServices } from '../endpoints/endpoint-services';
import { chooseModel } from './choose-model';

/** Lets the person choose a model for one question; the one that answers otherwise stays. Undefined when they chose none. */
export async function pickModelOnce(services: EndpointServices): Promise<MultimodalModel | undefined> {
  const { models } = services;
  const choice = await chooseModel(services, {
    title: t('Iris: Ask Another Model'),
    placeholder: t('Choose a model for this question only'),
    current: models.choice,
  });
  return choice && (await models.get(choice));
}
