import { t } from '@vscode/l10n';
import type { EndpointServices } from '../endpoints/endpoint-services';
import { chooseModel } from '../models/choose-model';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Chooses which model answers from now on. */
export function selectModel(services: EndpointServices): Command {
  return {
    id: commandIds.selectModel,
    run: async () => {
      const { endpoints, models } = services;
      const choice = await chooseModel(services, {
        title: t('Iris: Select Model'),
        placeholder: endpoints.endpoints.length === 0 ? t('Choose a model') : t('Choose a model, or type its name'),
        current: models.choice,
      });
      if (choice) {
        await models.select(choice);
      }
    },
  };
}
