import { t } from '@vscode/l10n';
import type { JsonObject, ResponseFormat } from '../../shared/parameters';
import { ModelError } from '../model-error';
import type { ResolvedFormat } from './api';

/** Reads a schema of the workspace. Throws an error whose message names the file and the problem. */
export type ReadSchemaFile = (path: string) => Promise<JsonObject>;

const longestName = 64;

/** A format with its schema in it. Throws `ModelError` of kind `invalidParameter` when the file cannot be had. */
export async function resolveFormat(
  format: ResponseFormat,
  readSchemaFile: ReadSchemaFile | undefined,
): Promise<ResolvedFormat> {
  if (!('schema_file' in format)) {
    return format;
  }
  const { schema_file: path, strict } = format;
  if (!readSchemaFile) {
    throw new ModelError(
      'invalidParameter',
      t('"response_format" names the file "{0}", and there is no folder to read it from.', path),
    );
  }
  const schema = await read(path, readSchemaFile);
  return {
    type: 'json_schema',
    json_schema: { name: schemaName(path), schema, ...(strict !== undefined && { strict }) },
  };
}

async function read(path: string, readSchemaFile: ReadSchemaFile): Promise<JsonObject> {
  try {
    return await readSchemaFile(path);
  } catch (error) {
    const problem = error instanceof Error ? error.message : '';
    throw new ModelError(
      'invalidParameter',
      problem
        ? t('The schema "{0}" of "response_format" could not be read: {1}', path, problem)
        : t('The schema "{0}" of "response_format" could not be read.', path),
      { cause: error },
    );
  }
}

/** OpenAI wants a name of letters, digits, `_` and `-`: the file's, without its endings. */
function schemaName(path: string): string {
  const file = path.split(/[\\/]/).at(-1) ?? '';
  const name = file
    .replace(/(\.schema)?\.\w+$/i, '')
    .replace(/[^A-Za-z0-9_-]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, longestName);
  return name === '' ? 'schema' : name;
}
