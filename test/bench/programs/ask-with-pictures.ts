import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { storedMedia } from '../../../src/conversation/stored-media';
import type { ContentPart } from '../../../src/model/messages';
import type * as OpenAiModelBundle from '../../../src/model/openai/openai-model';
import type { BlobReference } from '../../../src/shared/blob';
import { createBlobStore } from '../../../src/store/file-blob-store';
import { measure } from '../support/measure';

interface Task {
  readonly way: 'fetch' | 'client' | 'streamed';
  readonly directory: string;
  readonly blobs: readonly BlobReference[];
  readonly baseUrl: string;
}

/**
 * Asks one question about stored pictures in one way and prints what it cost. A question about the first of them goes
 * before, so that neither loading code nor a first connection counts.
 */
async function main(task: Task): Promise<void> {
  const { blobs } = task;
  await ask({ ...task, blobs: blobs.slice(0, 1) });
  const { cost } = await measure(() => ask(task));
  console.log(JSON.stringify(cost));
}

async function ask({ way, directory, blobs, baseUrl }: Task): Promise<void> {
  const store = createBlobStore(directory);
  if (way === 'fetch') {
    const urls = await Promise.all(
      blobs.map(async ({ sha256, mediaType }) => {
        const bytes = await readFile(path.join(directory, sha256.slice(0, 2), sha256));
        return `data:${mediaType};base64,${bytes.toString('base64')}`;
      }),
    );
    const content = urls.map((url) => ({ type: 'image_url', image_url: { url } }));
    const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content }] });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${baseUrl}/chat/completions`, { method: 'POST', headers, body });
    await response.json();
    return;
  }
  // The production bundle, as VS Code loads it.
  const load = createRequire(path.resolve('dist/openai-model.js'));
  const { createOpenAiModel } = load('./openai-model.js') as typeof OpenAiModelBundle;
  const model = createOpenAiModel({
    endpoint: { name: 'Bench', baseUrl, model: 'm' },
    model: 'm',
    apiKey: () => Promise.resolve(undefined),
  });
  const content = await Promise.all(
    blobs.map(async (blob): Promise<ContentPart> => {
      const { mediaType, sha256 } = blob;
      return {
        type: 'image',
        image: way === 'streamed' ? storedMedia(store, blob) : { mediaType, bytes: await store.get(sha256) },
      };
    }),
  );
  await model.chat([{ role: 'user', content }]);
}

void main(JSON.parse(process.argv[2] ?? '{}') as Task);
