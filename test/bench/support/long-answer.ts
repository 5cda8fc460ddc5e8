/** An answer as models write them (prose, lists, code, tables, links), of about `length` characters; always the same. */
export function longAnswer(length: number): string {
  const random = seededRandom(7);
  const pick = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0];
  const sentence = (): string => {
    const words: string[] = Array.from({ length: 8 + Math.floor(random() * 14) }, () => pick(vocabulary));
    words[Math.floor(words.length / 3)] = `**${pick(vocabulary)} ${pick(vocabulary)}**`;
    words[Math.floor(words.length / 2)] = pick([
      '`index`',
      '*perhaps*',
      '[the notes](https://example.com/notes)',
      'that',
    ]);
    return `${words.join(' ')}.`;
  };
  const paragraph = (): string => Array.from({ length: 2 + Math.floor(random() * 3) }, sentence).join(' ');
  const rows = (count: number, row: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => row(index)).join('\n');
  const sections: readonly [() => string, ...(() => string)[]] = [
    paragraph,
    paragraph,
    () => rows(3 + Math.floor(random() * 4), () => `- ${sentence()}`),
    () => rows(3, (index) => `${index + 1}. ${sentence()}\n   - ${sentence()}\n   - ${sentence()}`),
    () =>
      `\`\`\`typescript\n${rows(6 + Math.floor(random() * 30), (index) => pick(codeLines).replaceAll('#', String(index)))}\n\`\`\``,
    () =>
      `\`\`\`python\n${rows(5 + Math.floor(random() * 12), (index) => `    total_${index} = sum(row["${pick(vocabulary)}"] for row in rows)  # ${pick(vocabulary)}`)}\n\`\`\``,
    () =>
      `| Service | Errors | Note |\n| --- | ---: | --- |\n${rows(4 + Math.floor(random() * 8), (index) => `| \`${pick(vocabulary)}\` | ${index * 17} | ${pick(vocabulary)} *${pick(vocabulary)}* |`)}`,
    () => `> ${sentence()}\n> ${sentence()}`,
  ];
  let text = '# What the numbers say\n\n';
  for (let section = 1; text.length < length; section++) {
    text += `${section % 6 === 0 ? `## ${pick(vocabulary)} and ${pick(vocabulary)}` : pick(sections)()}\n\n`;
  }
  return `${text.slice(0, length).trimEnd()}\n`;
}

/** The text in pieces as servers send them: of one to nine tokens, 20 characters on average. */
export function tokenSizedPieces(text: string): readonly string[] {
  const random = seededRandom(11);
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    const length = 4 + Math.floor(random() * 33);
    pieces.push(text.slice(start, start + length));
    start += length;
  }
  return pieces;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const vocabulary = [
  'checkout',
  'latency',
  'requests',
  'the',
  'of',
  'service',
  'errors',
  'after',
  'every',
  'deployment',
  'with',
  'chart',
  'peaks',
  'at',
  'nine',
  'because',
  'queue',
  'grows',
  'faster',
  'than',
  'workers',
  'drain',
  'it',
  'so',
  'retries',
] as const;

const codeLines = [
  'export async function load#(id: string): Promise<Row> {',
  '  const response = await fetch(`/rows/${id}/#`, { signal });',
  "  if (!response.ok) throw new Error('Row # is missing');",
  '  return { id, value: (await response.json()) as number, index: # };',
  '}',
  '// The next page begins where row # ended.',
] as const;
