import { MediaError, type EncodedImage } from '../../media-process/media-service';

/** Pages drawn in one call, whose pictures are in memory together. */
const pagesPerCall = 8;

/** Pages that may fail before the document is taken for one that can't be drawn: each may have taken seconds. */
const maxFailures = 3;

export interface DrawnPages<T> {
  /** By their one-based page. */
  readonly pictures: ReadonlyMap<number, T>;
  /** Why others are missing. */
  readonly failure?: MediaError;
}

export interface DrawingCalls<T> {
  /** A picture of each page. Throws `MediaError` where one of them can't be drawn. */
  readonly draw: (pages: readonly number[], onProgress: (fraction: number) => void) => Promise<readonly EncodedImage[]>;
  readonly keep: (page: number, picture: EncodedImage) => Promise<T>;
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** Draws pages a few at a time. One that can't be drawn does not take the others with it. */
export async function drawPages<T>(
  pages: readonly number[],
  { draw, keep, onProgress }: DrawingCalls<T>,
): Promise<DrawnPages<T>> {
  const pictures = new Map<number, T>();
  let failures = 0;
  let failure: MediaError | undefined;
  const groups = inGroups(pages, pagesPerCall);
  for (let group = groups.shift(); group; group = groups.shift()) {
    const { length } = group;
    const begun = pages.length - [group, ...groups].reduce((sum, rest) => sum + rest.length, 0);
    try {
      const drawn = await draw(group, (fraction) => onProgress?.((begun + fraction * length) / pages.length));
      for (const [index, page] of group.entries()) {
        const picture = drawn[index];
        if (picture) {
          pictures.set(page, await keep(page, picture));
        }
      }
    } catch (error) {
      if (!(error instanceof MediaError) || error.kind.startsWith('password')) {
        throw error;
      }
      failure = error;
      if (length > 1) {
        groups.unshift(...inGroups(group, 1));
      } else if (++failures === maxFailures) {
        break;
      }
    }
  }
  return { pictures, ...(failure && { failure }) };
}

function inGroups<T>(items: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
