/** A file as people and models name one: by its path in a workspace, and maybe a line. */
export interface FileReference {
  /** With `/` between folders, from a folder of the workspace on; never leads out of it. */
  readonly path: string;
  /** Counted from 1. */
  readonly line?: number;
}

const pattern = /^(?:\.\/)?([^\s:#?*{}[\]<>|"'`]+?\.[A-Za-z]\w{0,9})(?:(?::|#L)(\d{1,7})(?:[:,-]L?\d{1,7}){0,2})?$/;

/** Reads `src/cart.ts`, `./src/cart.ts:5`, `src\cart.ts:5:12`, `cart.ts#L5-L9`; undefined for anything else. */
export function readFileReference(text: string): FileReference | undefined {
  const [, path, line] = pattern.exec(text.replaceAll('\\', '/')) ?? [];
  if (path === undefined || path.startsWith('~') || path.split('/').some((part) => part === '' || part === '..')) {
    return undefined;
  }
  return { path, ...(line !== undefined && Number(line) > 0 && { line: Number(line) }) };
}
