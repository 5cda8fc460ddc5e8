import { t } from '@vscode/l10n';
import type { ContentPart, ImagePart } from '../messages';

/** The line before a picture that says which frame of a video or page of a document it is. */
const label = /^(?:(?<what>Frame at|Page) (?<place>\S+) of )?(?<name>[^\n]+):$/;

/** Whether a part does nothing but name the picture that comes next. */
export function isImageLabel(part: ContentPart, next: ContentPart | undefined): boolean {
  return part.type === 'text' && next?.type === 'image' && label.exec(part.text)?.groups?.['name'] === next.name;
}

/** Pictures named so that frames and pages of one file can be told apart. */
export function namedImages(content: readonly ContentPart[]): readonly ImagePart[] {
  return content.flatMap((part, index) => (part.type === 'image' ? [named(part, content[index - 1])] : []));
}

function named(image: ImagePart, before: ContentPart | undefined): ImagePart {
  const {
    what,
    place = '',
    name = '',
  } = (before?.type === 'text' && isImageLabel(before, image) && label.exec(before.text)?.groups) || {};
  if (what === undefined) {
    return image;
  }
  return {
    ...image,
    name: what === 'Page' ? t('{0}, page {1}', name, place) : t('{0}, frame at {1}', name, place),
  };
}
