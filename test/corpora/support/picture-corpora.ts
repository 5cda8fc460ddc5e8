import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { findFiles, listFolder } from './find-files';

/** A folder of test data that holds pictures, among other files. */
export interface PictureCorpus {
  readonly name: string;
  /** Paths from the folder of test data on; licences and descriptions are left out. */
  readonly files: readonly string[];
  /** Files of Willem van Schaik's suite, which are named by what they test: those that begin with x are damaged. */
  readonly isPngSuite: boolean;
  /** Photos of one scene, NAME_1.jpg to NAME_8.jpg, stored turned as the number says in their EXIF. */
  readonly orientations: readonly (readonly string[])[];
}

const pictureName = /\.(png|jpe?g|gif|webp|avif|tiff?|bmp|ico|hei[cf]|svgz?|tga|jp2|jxl)$/i;
const description = /(^|\/)(LICENSE|SOURCE|README|[^/]*\.README)[^/]*$/;

/** The folders that hold pictures, by the names of their files; undefined where there is no folder of test data. */
export function readPictureCorpora(root: string): readonly PictureCorpus[] | undefined {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    return undefined;
  }
  return listFolder(root, '.').folders.flatMap((name) => {
    const files = findFiles(root, name).files.filter((file) => !description.test(file));
    return files.some((file) => pictureName.test(file)) ? [corpusOf(name, files)] : [];
  });
}

export function readCorpusFile(root: string, file: string): Buffer {
  return readFileSync(path.join(root, file));
}

export function isDamagedOnPurpose(file: string): boolean {
  return path.posix.basename(file).startsWith('x');
}

function corpusOf(name: string, files: readonly string[]): PictureCorpus {
  const suite = files.filter((file) => /(^|\/)[a-z][a-z0-9]{4}\d{2,3}\.png$/.test(file));
  const scenes = Map.groupBy(
    files.filter((file) => /_[1-8]\.jpe?g$/i.test(file)),
    (file) => file.replace(/_[1-8]\.jpe?g$/i, ''),
  );
  return {
    name,
    files,
    isPngSuite: suite.length > files.length / 2,
    orientations: [...scenes.values()].filter((scene) => scene.length === 8),
  };
}
