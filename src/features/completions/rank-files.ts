import { pathFit } from './path-query';

export interface RankedFile {
  /** From the workspace folder, with slashes. */
  readonly path: string;
  /** It is open in a tab: more likely to be meant than another of the same name. */
  readonly isOpen: boolean;
}

/** The files that fit what was typed, the most likely first. */
export function rankFiles<File extends RankedFile>(files: readonly File[], query: string): readonly File[] {
  return files
    .map((file) => ({ file, fit: pathFit(file.path, query) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((left, right) => {
      const byFit = right.fit - left.fit;
      const byTab = Number(right.file.isOpen) - Number(left.file.isOpen);
      return (
        byFit || byTab || left.file.path.length - right.file.path.length || compare(left.file.path, right.file.path)
      );
    })
    .map(({ file }) => file);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
