import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { checkLink } from '../../attachments/link/check-link';
import { messageOf } from '../../util/message-of';
import { attached, cancelled } from '../attachments/attach-outcome';
import type { UrlUse } from '../attachments/attach-url';
import type { Panels } from '../panel/panels';
import { attachCommand } from './attach-command';
import type { Command } from './command';
import { commandIds } from './command-ids';

const title = t('Attach from URL');

/** Attaches what is at an address that the person types or pastes. */
export function attachFromUrl(panels: Pick<Panels, 'attachUrl'>): Command {
  return attachCommand(commandIds.attachFromUrl, async () => {
    const text = await vscode.window.showInputBox({
      title,
      prompt: t('The address of a picture, document, recording or text. Nothing is fetched before you confirm it.'),
      placeHolder: 'https://',
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? undefined : problemOf(value)),
    });
    const use = text === undefined || text.trim() === '' ? undefined : await useOf(text);
    if (text === undefined || !use) {
      return cancelled;
    }
    await panels.attachUrl(text, use);
    return attached;
  });
}

function problemOf(text: string): string | undefined {
  if (/^\s*data:/i.test(text)) {
    return undefined;
  }
  try {
    checkLink(text);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

async function useOf(text: string): Promise<UrlUse | undefined> {
  if (/^\s*data:/i.test(text)) {
    return 'fetch';
  }
  const { host } = checkLink(text);
  const choice = await vscode.window.showQuickPick(
    [
      {
        label: t('Fetch It Here'),
        detail: t('Iris asks {0} once, without cookies or keys, and attaches what comes as it does a file.', host),
        use: 'fetch' as const,
      },
      {
        label: t('Pass the Address On'),
        detail: t(
          "The model's server gets the address and fetches from {0} by itself, if it can. For pictures, sounds and videos.",
          host,
        ),
        use: 'passOn' as const,
      },
    ],
    { title, placeHolder: t('Who fetches it?') },
  );
  return choice?.use;
}
