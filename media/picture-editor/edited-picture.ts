import type { ImageAttachment } from '../../src/shared/attachment/attachment';
import type { PanelState } from '../../src/shared/protocol';

/** The picture in the tray that is edited; undefined where there is none of this identifier any more. */
export function editedPicture({ draft }: PanelState, id: string): ImageAttachment | undefined {
  const attachment = draft.tray.find((item) => item.id === id)?.attachment;
  return attachment?.kind === 'image' ? attachment : undefined;
}
