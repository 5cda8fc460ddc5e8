/** What the rendered screenshots show: ordinary code with the letters, digits and signs that are easily confused. */
export const sampleCode = `import { createHash } from 'node:crypto';
import type { BlobReference, ImageReference } from '../shared/blob';

const maxRetries = 10;
const longestWait = 8_000;

export interface UploadOptions {
  readonly signal?: AbortSignal;
  readonly chunkSize: number;
  onProgress(fraction: number): void;
}

/** Uploads all pieces in order; throws when one is refused. */
export async function upload(files: readonly File[], options: UploadOptions) {
  const { signal, chunkSize = 65536, onProgress } = options;
  let sent = 0;
  const total = files.reduce((sum, file) => sum + file.size, 0);
  for (const [index, file] of files.entries()) {
    for (let offset = 0; offset < file.size; offset += chunkSize) {
      signal?.throwIfAborted();
      const chunk = await file.slice(offset, offset + chunkSize).arrayBuffer();
      const sha256 = createHash('sha256').update(new Uint8Array(chunk)).digest('hex');
      const response = await fetch(\`/api/v2/files/\${index}?at=\${offset}\`, {
        method: 'PUT',
        headers: { 'x-content-sha256': sha256, 'content-length': String(chunk.byteLength) },
        body: chunk,
      });
      if (response.status === 409 || response.status >= 500) {
        throw new UploadError(\`Piece \${offset} of \${file.name} was refused: \${response.status}\`);
      }
      sent += chunk.byteLength;
      onProgress(Math.min(1, sent / total));
    }
  }
  return { count: files.length, bytes: sent, finishedAt: new Date(0x1f4a9).toISOString() };
}

export class UploadError extends Error {
  override readonly name = 'UploadError';
}

function isImage(blob: BlobReference): blob is ImageReference {
  return 'width' in blob && 'height' in blob && blob.mediaType.startsWith('image/');
}`;
