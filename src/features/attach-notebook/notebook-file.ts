/** A cell of an open notebook. */
export interface OpenCell {
  /** One-based, in the whole notebook. */
  readonly number: number;
  readonly isCode: boolean;
  readonly source: string;
  readonly executionCount?: number;
  /** One list of forms of the same for each output. */
  readonly outputs: readonly (readonly OutputForm[])[];
}

export interface OutputForm {
  readonly mime: string;
  readonly data: Uint8Array;
}

const streams: Readonly<Record<string, string>> = {
  'application/vnd.code.notebook.stdout': 'stdout',
  'application/vnd.code.notebook.stderr': 'stderr',
};
const error = 'application/vnd.code.notebook.error';

/**
 * Cells of an open notebook of any kind as a Jupyter notebook (nbformat 4), so that they are read as one that is a file is.
 * `metadata.number` tells which cell of the notebook each is.
 */
export function notebookFile(cells: readonly OpenCell[], language: string): Uint8Array {
  const notebook = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { language_info: { name: language } },
    cells: cells.map(({ number, isCode, source, executionCount, outputs }) => ({
      cell_type: isCode ? 'code' : 'markdown',
      metadata: { number },
      source,
      ...(isCode && { execution_count: executionCount ?? null, outputs: outputs.flatMap(outputOf) }),
    })),
  };
  return Buffer.from(JSON.stringify(notebook));
}

function outputOf(forms: readonly OutputForm[]): readonly object[] {
  const streamed = forms.filter(({ mime }) => Object.hasOwn(streams, mime));
  if (streamed.length > 0) {
    return streamed.map(({ mime, data }) => ({ output_type: 'stream', name: streams[mime], text: textOf(data) }));
  }
  const failed = forms.find(({ mime }) => mime === error);
  if (failed) {
    return [{ output_type: 'error', traceback: [errorText(textOf(failed.data))] }];
  }
  const data = forms.map((form): readonly [string, string] => [form.mime, dataOf(form)]);
  return data.length === 0 ? [] : [{ output_type: 'display_data', data: Object.fromEntries(data) }];
}

function dataOf({ mime, data }: OutputForm): string {
  return mime.startsWith('image/') && mime !== 'image/svg+xml' ? Buffer.from(data).toString('base64') : textOf(data);
}

/** VS Code keeps errors as JSON with a name, a message and a stack. */
function errorText(json: string): string {
  const { name, message, stack } = parsed(json);
  if (typeof stack === 'string' && stack !== '') {
    return stack;
  }
  return [name, message].filter((text) => typeof text === 'string').join(': ') || json;
}

function parsed(json: string): { readonly name?: unknown; readonly message?: unknown; readonly stack?: unknown } {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function textOf(data: Uint8Array): string {
  return Buffer.from(data).toString();
}
