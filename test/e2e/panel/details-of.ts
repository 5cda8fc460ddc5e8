import type { Attachment } from '../../../src/shared/attachment/attachment';
import type { AttachmentOptions } from '../../../src/shared/attachment/options';
import { openDetails } from './attachment-scenes';
import { openPanel, type PanelPage } from './panel-page';
import { panelState, ready } from './sample-state';

/** A panel that shows the details of the one attachment in its tray. */
export async function openDetailsOf(attachment: Attachment): Promise<PanelPage> {
  const panel = await openPanel({ state: panelState({ draft: { text: '', tray: [ready(attachment)] } }) });
  await openDetails(panel, attachment.name);
  return panel;
}

/** What the host was told last of what the person chose there; undefined before that. */
export async function chosenOptions(panel: PanelPage): Promise<AttachmentOptions | undefined> {
  return (await panel.postedSoFar('attachmentOptionsChanged')).at(-1)?.options;
}
