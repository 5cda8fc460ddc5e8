import type { ModelTarget } from '../../model/model-target';
import type { ImageOptions } from '../../shared/attachment/options';

/** PNG and JPEG are the two formats that every server with vision takes. */
const everywhere = ['image/png', 'image/jpeg'];
/** What may go as it is where nobody says what the model takes. */
const commonlyTaken = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/** Media types in which a picture may be encoded for this model. */
export function encodedFormats(
  { capabilities }: ModelTarget,
  { format }: Pick<ImageOptions, 'format'>,
): readonly string[] {
  if (format) {
    return [`image/${format}`];
  }
  const told = capabilities.images?.formats ?? [];
  const taken = [...everywhere, 'image/webp'].filter((mediaType) => told.includes(mediaType));
  return taken.length > 0 ? taken : everywhere;
}

/** Media types that may be sent as they are. */
export function untouchedFormats({ capabilities }: ModelTarget): readonly string[] {
  return capabilities.images?.formats ?? commonlyTaken;
}
