import { t } from '@vscode/l10n';

/** Bytes as `fetch` gives and takes them. */
export type Bytes = Uint8Array<ArrayBuffer>;

export interface BodyLimits {
  /** Milliseconds that the next bytes are waited for; asked before each wait. */
  readonly silence: () => number;
  /** Bytes in all. */
  readonly size: number;
}

/** Bytes did not come, or too many of them did. */
export class BodyLimitError extends Error {
  override readonly name = 'BodyLimitError';
  readonly exceeded: 'silence' | 'size';

  constructor(exceeded: 'silence' | 'size') {
    super(exceeded === 'silence' ? t('The server went silent.') : t('The answer is too long.'));
    this.exceeded = exceeded;
  }
}

/** Reads a body within limits. Closes its connection when the reading ends, for whatever reason. */
export async function* readBody(body: ReadableStream<Bytes>, limits: BodyLimits): AsyncGenerator<Bytes> {
  const reader = body.getReader();
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await within(limits.silence(), reader.read());
      if (done) {
        return;
      }
      size += value.byteLength;
      if (size > limits.size) {
        throw new BodyLimitError('size');
      }
      yield value;
    }
  } finally {
    // Not awaited: a peer that is gone does not confirm.
    reader.cancel().catch(() => undefined);
  }
}

/**
 * A stream that takes each chunk only when it is read, so that nothing is waited for that nobody wants. `cancel` lets go of
 * where they come from, also while one is waited for.
 */
export function streamOf(chunks: AsyncIterator<Bytes>, cancel: () => void): ReadableStream<Bytes> {
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done) {
          controller.close();
        } else {
          controller.enqueue(next.value);
        }
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
}

/** The whole body as text; what follows the limit is left out. */
export async function readText(chunks: AsyncIterable<Bytes>, longest = Number.POSITIVE_INFINITY): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= longest) {
      return text.slice(0, longest);
    }
  }
  return text + decoder.decode();
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BodyLimitError('silence')), milliseconds);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
