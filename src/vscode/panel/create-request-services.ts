import * as vscode from 'vscode';
import { effectiveParameters } from '../../shared/effective-parameters';
import type { ParameterLayer } from '../../shared/parameters';
import type { RequestView } from '../../shared/protocol';
import type { BlobStore } from '../../store/blob-store';
import { commandIds } from '../commands/command-ids';
import type { EndpointSettings } from '../endpoints/endpoint-settings';
import type { WorkspaceInstructions } from '../instructions/workspace-instructions';
import type { Models } from '../models/models';
import { probeInSight } from '../models/probe-in-sight';
import type { RequestPlace, RequestServices } from './panel-requests';
import { saveSound } from './save-sound';

export interface RequestServicesOptions {
  readonly models: Models;
  readonly endpoints: EndpointSettings;
  readonly instructions: WorkspaceInstructions;
  readonly blobs: BlobStore;
}

/** What panels tell and do about requests, in this window. */
export function createRequestServices(options: RequestServicesOptions): RequestServices {
  const { models, instructions, blobs } = options;
  return {
    view: (chat) => viewOf(options, chat),
    onDidChange: (listener) => vscode.Disposable.from(models.onDidChange(listener), instructions.onDidChange(listener)),
    open: async (place) => {
      await (place === 'instructions' ? instructions.open() : open(place));
    },
    saveSound: (sound, title) => saveSound(sound, { title, blobs }),
    probe: () => probeInSight(models),
    forgetLearned: () => models.forgetLearned(),
  };
}

function viewOf({ models, endpoints, instructions }: RequestServicesOptions, chat: ParameterLayer): RequestView {
  const { choice } = models;
  const endpoint = choice.type === 'endpoint' ? endpoints.find(choice.endpoint) : undefined;
  const ofModel = choice.type === 'endpoint' ? endpoint?.models?.[choice.model]?.parameters : undefined;
  const { view } = instructions;
  return {
    parameters: effectiveParameters({ chat, model: ofModel ?? {}, endpoint: endpoint?.parameters ?? {} }),
    known: models.known(),
    ...(models.tableDate !== undefined && { tableDate: models.tableDate }),
    adjustments: models.adjustments,
    ...(view && { instructions: view }),
  };
}

async function open(place: Exclude<RequestPlace, 'instructions'>): Promise<void> {
  switch (place) {
    case 'endpointSettings':
      await vscode.commands.executeCommand('workbench.action.openSettingsJson', {
        revealSetting: { key: 'iris.endpoints' },
      });
      break;
    case 'lastRequest':
      await vscode.commands.executeCommand(commandIds.showLastRequest);
      break;
    case 'usage':
      await vscode.commands.executeCommand(commandIds.showUsage);
      break;
  }
}
