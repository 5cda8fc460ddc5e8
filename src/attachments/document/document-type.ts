/** The media type of an office document or notebook; the name tells only which JSON is a notebook. */
export function documentType(_bytes: Uint8Array, _fileName: string): string | undefined {
  return undefined;
}
