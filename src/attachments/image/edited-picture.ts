import { isEmptyEdit, type PictureEdit } from '../../shared/attachment/picture-edit';
import type { Attachment, EditedPicture, ImageAttachment } from '../../shared/attachment/attachment';
import type { ImageReference } from '../../shared/blob';
import type { ImageOptions } from '../../shared/attachment/options';

/** What everything is made of: the edited picture, where there is one, as if that had been attached. */
export function asShown(attachment: ImageAttachment): ImageAttachment {
  const { edited, unsavedEdit: _unsavedEdit, ...rest } = attachment;
  if (!edited) {
    return rest;
  }
  const { frames: _frames, ...single } = rest;
  return { ...single, source: edited.picture, options: withoutFrames(rest.options) };
}

/**
 * As it is kept in a chat. The picture that was attached is dropped with all that names it: no chat, export or later
 * request can hold what was cut off, blurred or blacked out. What the person said of secrets names what it was said of,
 * which may be the original.
 */
export function asSent(attachment: Attachment): Attachment {
  const { secretsAccepted: _secretsAccepted, ...sent } = attachment;
  if (sent.kind !== 'image') {
    return sent;
  }
  const { origin: _origin, fileSha256: _fileSha256, ...picture } = asShown(sent);
  return sent.edited ? picture : asShown(sent);
}

/** Nothing that was made of the picture before is kept. */
export function withEdit(
  attachment: ImageAttachment,
  { edited, thumbnail }: { readonly edited: EditedPicture; readonly thumbnail: ImageReference },
): ImageAttachment {
  return { ...unprepared(attachment), edited, thumbnail };
}

/** The picture as it was attached; `thumbnail` is of that. */
export function withoutEdit(attachment: ImageAttachment, thumbnail: ImageReference): ImageAttachment {
  const { edited: _edited, ...rest } = unprepared(attachment);
  return { ...rest, thumbnail };
}

/** What the person is making of it and has not saved; nothing that differs from what is saved is nothing. */
export function withUnsavedEdit(attachment: ImageAttachment, edit: PictureEdit | undefined): ImageAttachment {
  const { unsavedEdit: _unsavedEdit, ...rest } = attachment;
  return edit && !isSaved(edit, rest.edited?.edit) ? { ...rest, unsavedEdit: edit } : rest;
}

function isSaved(edit: PictureEdit, saved: PictureEdit | undefined): boolean {
  return saved ? JSON.stringify(edit) === JSON.stringify(saved) : isEmptyEdit(edit);
}

function unprepared(attachment: ImageAttachment): ImageAttachment {
  const { preparedAs: _preparedAs, unsavedEdit: _unsavedEdit, ...rest } = attachment;
  return { ...rest, parts: [], reasons: [] };
}

function withoutFrames({ frames: _frames, ...options }: ImageOptions): ImageOptions {
  return options;
}
