import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { toEndpoint, type EndpointDraft } from '../../../features/add-endpoint/endpoint-draft';
import { messageOf } from '../../../util/message-of';
import type { KeptIn } from '../api-keys';
import type { EndpointServices } from '../endpoint-services';

export type SaveResult = { readonly saved: false } | { readonly saved: true; readonly keptIn: KeptIn | undefined };

/** Saves the endpoint and its key, and selects its model. Where settings can't be written, it can be tried again. */
export async function saveEndpoint(draft: EndpointDraft, services: EndpointServices): Promise<SaveResult> {
  const { endpoints, keys, models } = services;
  const endpoint = toEndpoint(draft);
  try {
    await endpoints.save(endpoint);
  } catch (error) {
    const tryAgain = t('Try Again');
    const choice = await vscode.window.showErrorMessage(
      t('The endpoint could not be written to your settings. {0}', messageOf(error)),
      tryAgain,
    );
    return choice === tryAgain ? saveEndpoint(draft, services) : { saved: false };
  }
  const keptIn = draft.key === '' ? undefined : await keys.set(endpoint, draft.key);
  await models.select({ type: 'endpoint', endpoint: endpoint.name, model: draft.model });
  return { saved: true, keptIn };
}
