import type { Bytes } from './body';

/** Reads ahead to the first character that is no white space (empty: there is none); what was read is given out again. */
export async function withFirstCharacter(
  bytes: AsyncGenerator<Bytes>,
): Promise<{ readonly first: string; readonly chunks: AsyncGenerator<Bytes> }> {
  const head: Bytes[] = [];
  let first = '';
  while (first === '') {
    const next = await bytes.next();
    if (next.done) {
      break;
    }
    head.push(next.value);
    first = new TextDecoder().decode(next.value).trimStart().charAt(0);
  }
  return { first, chunks: joined(head, bytes) };
}

async function* joined(head: readonly Bytes[], rest: AsyncGenerator<Bytes>): AsyncGenerator<Bytes> {
  try {
    yield* head;
    yield* rest;
  } finally {
    // When nothing after the head was wanted.
    await rest.return(undefined);
  }
}
