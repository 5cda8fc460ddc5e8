import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import {
  environmentDraft,
  localServerDraft,
  presetDraft,
  type EndpointDraft,
} from '../../../features/add-endpoint/endpoint-draft';
import { environmentOffer, type EnvironmentOffer } from '../../../model/environment-endpoint';
import { findLocalServers, type LocalServer } from '../../../model/local-servers';
import { endpointPresets, type EndpointPreset } from '../../../model/presets';
import { pick, type PickItem } from '../../input/pick';
import type { Step } from '../../input/run-steps';
import { dialogueTitle } from './dialogue-title';

type Item = PickItem<EndpointDraft>;

/**
 * Which server: what the environment names, what answers on this machine (asked while the list is open, and only
 * then), and the presets.
 */
export const serverStep: Step<EndpointDraft> = {
  id: 'server',
  applies: ({ replaces }) => replaces === undefined,
  async ask(draft, position) {
    const outcome = await pick<EndpointDraft>({
      ...position,
      title: dialogueTitle(draft),
      placeholder: t('Which server answers your questions?'),
      items: serverItems([]),
      isActive: (value) => isSameServer(value, draft),
      load: async (show, signal) => {
        const servers = await findLocalServers({ signal });
        if (servers.length > 0) {
          show(serverItems(servers));
        }
      },
    });
    // Who comes back to look, and stays with the same server, keeps the answers.
    return outcome.type === 'accepted' && isSameServer(outcome.value, draft) ? { ...outcome, value: draft } : outcome;
  },
};

function serverItems(servers: readonly LocalServer[]): readonly Item[] {
  const offer = environmentOffer(process.env);
  const answering = new Set(servers.map(({ baseUrl }) => baseUrl));
  return [
    ...group(t('From your environment'), offer ? [environmentItem(offer)] : []),
    ...group(t('Running on this machine'), servers.map(localServerItem)),
    ...group(t('Services'), endpointPresets.filter(({ local, baseUrl }) => !local && baseUrl !== '').map(presetItem)),
    ...group(
      t('Your own servers'),
      endpointPresets
        .filter(({ local, baseUrl }) => (local && !answering.has(baseUrl)) || baseUrl === '')
        .map(presetItem),
    ),
  ];
}

function group(label: string, items: readonly Item[]): readonly Item[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function environmentItem(offer: EnvironmentOffer): Item {
  return {
    label: offer.name,
    description: offer.hasKey ? t('Uses OPENAI_API_KEY, never copied') : 'OPENAI_BASE_URL',
    iconPath: new vscode.ThemeIcon('symbol-variable'),
    value: environmentDraft(offer),
  };
}

function localServerItem(server: LocalServer): Item {
  return {
    label: server.label,
    description: `${new URL(server.baseUrl).host}, ${server.models.length === 0 ? t('no models') : server.models.join(', ')}`,
    iconPath: new vscode.ThemeIcon('vm-running'),
    value: localServerDraft(server),
  };
}

function presetItem(preset: EndpointPreset): Item {
  return {
    label: preset.label,
    description: preset.hint,
    iconPath: new vscode.ThemeIcon(preset.local ? 'vm' : preset.baseUrl === '' ? 'server' : 'cloud'),
    value: presetDraft(preset),
  };
}

function isSameServer(value: EndpointDraft, draft: EndpointDraft): boolean {
  return (
    value.found === draft.found &&
    value.preset === draft.preset &&
    (value.found ? value.baseUrl === draft.baseUrl : value.preset !== undefined)
  );
}
