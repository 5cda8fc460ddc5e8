/** Where an answer is going to be written. */
export type Destination =
  | {
      readonly type: 'cursor' | 'selection';
      /** Name of the document as the person knows it. */
      readonly document: string;
      /** VS Code's identifier of its language. */
      readonly language: string;
      /** What one level is, in words. */
      readonly indentation: string;
    }
  | { readonly type: 'newDocument' };

/** What is asked: the person's words first, then what the model must know about where its answer goes. */
export function questionText(instruction: string, destination: Destination): string {
  return `${instruction}\n\n${explanation(destination)}`;
}

function explanation(destination: Destination): string {
  switch (destination.type) {
    case 'cursor':
      return intoDocument('at the cursor', destination);
    case 'selection':
      return intoDocument('in place of the attached selection', destination);
    case 'newDocument':
      return 'The answer becomes a new file. Write all of that file in one code fence marked with its language, and nothing around it.';
  }
}

function intoDocument(
  place: string,
  { document, language, indentation }: Exclude<Destination, { type: 'newDocument' }>,
): string {
  return (
    `The answer is written into ${document} (${language}), ${place}. Write only what belongs there: no explanation and ` +
    `no code fence. Indent with ${indentation} and begin at the left margin: it is moved to where it belongs.`
  );
}
