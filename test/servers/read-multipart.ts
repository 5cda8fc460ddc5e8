import type { ReceivedRequest } from './received-request';

export interface ReceivedForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer };
}

/** A body of `multipart/form-data`, read by Node's own parser. Throws when it is none with one file. */
export async function readMultipart({ body, headers }: ReceivedRequest): Promise<ReceivedForm> {
  const response = new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } });
  const entries = [...(await response.formData()).entries()];
  const fields = Object.fromEntries(
    entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const file = entries.find(([name]) => name === 'file')?.[1];
  if (file === undefined || typeof file === 'string') {
    throw new Error('There is no file in the form.');
  }
  return {
    fields,
    file: { name: file.name, mediaType: file.type, bytes: Buffer.from(await file.arrayBuffer()) },
  };
}
