import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { isLocalEndpoint, type Endpoint } from '../../model/endpoint';
import type { ListedModel } from '../../model/model-listing';
import { suggestedTranscribers } from '../../features/transcription/suggested-transcribers';
import { commandIds } from '../commands/command-ids';
import type { EndpointServices } from '../endpoints/endpoint-services';
import { askText } from '../input/ask-text';
import { pick, type PickItem } from '../input/pick';
import type { TranscriptionChoice } from './transcription-setting';

const title = t('Iris: Select Transcription Model');

type Picked = TranscriptionChoice | { readonly endpoint: string; readonly model: undefined };

/** Lets the person choose who turns recordings into text; undefined where nothing was chosen. */
export async function pickTranscriptionModel(
  { endpoints, models }: EndpointServices,
  current: TranscriptionChoice | undefined,
): Promise<TranscriptionChoice | undefined> {
  const all = endpoints.endpoints;
  if (all.length === 0) {
    const add = t('Add Endpoint');
    const question = t('A transcript is made by a server, and there is none in your settings yet.');
    if ((await vscode.window.showInformationMessage(question, add)) === add) {
      await vscode.commands.executeCommand(commandIds.addEndpoint);
    }
    return undefined;
  }
  const listed = new Map<string, readonly string[]>();
  const outcome = await pick<Picked>({
    title,
    canGoBack: false,
    placeholder: t('Choose the model that turns recordings into text: recordings are sent to its server'),
    items: itemsOf(all, listed),
    isActive: ({ endpoint, model }) => endpoint === current?.endpoint && model === current.model,
    load: async (show, signal) => {
      const put = (endpoint: Endpoint, known: readonly ListedModel[]): void => {
        listed.set(
          endpoint.name,
          known.map(({ id }) => id),
        );
        show(itemsOf(all, listed));
      };
      await Promise.all(
        all.map(async (endpoint) => {
          put(endpoint, (await models.lastList(endpoint))?.models ?? []);
          // A server without a list works as well: its model is typed. The log has why.
          const now = await models.list(endpoint, signal).catch(() => undefined);
          if (now) {
            put(endpoint, now);
          }
        }),
      );
    },
  });
  if (outcome.type !== 'accepted') {
    return undefined;
  }
  const { endpoint, model } = outcome.value;
  return model === undefined ? await typedModel(endpoint) : { endpoint, model };
}

function itemsOf(
  endpoints: readonly Endpoint[],
  listed: ReadonlyMap<string, readonly string[]>,
): readonly PickItem<Picked>[] {
  return endpoints.flatMap((endpoint): readonly PickItem<Picked>[] => [
    { label: endpoint.name, kind: vscode.QuickPickItemKind.Separator },
    ...suggestedTranscribers(endpoint.baseUrl, listed.get(endpoint.name) ?? []).map((model) => ({
      label: model,
      description: isLocalEndpoint(endpoint.baseUrl) ? t('on this machine') : new URL(endpoint.baseUrl).host,
      value: { endpoint: endpoint.name, model },
    })),
    {
      label: `$(edit) ${t('Another Model…')}`,
      description: endpoint.name,
      value: { endpoint: endpoint.name, model: undefined },
    },
  ]);
}

async function typedModel(endpoint: string): Promise<TranscriptionChoice | undefined> {
  const outcome = await askText({
    title,
    canGoBack: false,
    prompt: t('Name of the model at {0}', endpoint),
    placeholder: 'whisper-1',
    validate: (text) => (text === '' ? t('Type the name of a model.') : undefined),
  });
  return outcome.type === 'accepted' ? { endpoint, model: outcome.value } : undefined;
}
