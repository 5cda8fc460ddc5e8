import { t } from '@vscode/l10n';
import { counted } from './counted';
import { escapeMarkdown, fence } from './markdown';
import type { AttachedText } from './read-request';
import type { ReadImage } from './text-reader';

/** Lines of one picture or text. */
interface Source {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Lines quoted for one question. */
const MAX_QUOTES = 12;

/** Words of questions, not of what they are about. */
const questionWords = new Set(
  'about above also anything attached code could describe does each explain find from give have here image into just line lines list look make many mean means need page part picture please read said says screenshot shot show shown some summarize summarise tell text that their them then there these they thing this those transcribe used want what when where which will with word words would write your'.split(
    ' ',
  ),
);

const troubleQuestion = /\b(errors?|wrong|fail(s|ed|ing|ure)?|problems?|exceptions?|crash(es|ed)?|warnings?|bugs?)\b/i;
const troubleLine =
  /error|exception|fail|fatal|warn|cannot|can't|undefined|denied|not found|traceback|panic|^\s*at .+:\d+/i;

/** What a question asks that counting, finding and quoting can answer, as markdown; undefined when there is nothing. */
export function answerFromText(
  question: string,
  images: readonly ReadImage[],
  texts: readonly AttachedText[],
): string | undefined {
  const sources: readonly Source[] = [
    ...images.map(({ name, recognized }) => ({ name, lines: recognized.lines.map((line) => line.text) })),
    ...texts.map(({ label, text }) => ({ name: label, lines: text.split(/\r\n|\r|\n/) })),
  ];
  const parts = [counts, addresses, links, quotes].flatMap((service) => service(question, sources) ?? []);
  return parts.length > 0 ? parts.join('\n\n') : undefined;
}

function counts(question: string, sources: readonly Source[]): string | undefined {
  if (!/\b(how many|count|number of)\b/i.test(question) || !/\b(lines?|words?|characters?)\b/i.test(question)) {
    return undefined;
  }
  return sources
    .map(({ name, lines }) => {
      const filled = lines.filter((line) => line.trim() !== '');
      const words = filled.flatMap((line) => line.trim().split(/\s+/));
      const characters = words.reduce((sum, word) => sum + [...word].length, 0);
      return t(
        '**{0}** has {1} with {2} and {3}, spaces not counted.',
        escapeMarkdown(name),
        counted(filled.length, 'line'),
        counted(words.length, 'word'),
        counted(characters, 'character'),
      );
    })
    .join('\n\n');
}

function addresses(question: string, sources: readonly Source[]): string | undefined {
  return /\be-?mails?\b|\baddress(es)?\b/i.test(question)
    ? findings(t('E-mail addresses'), sources, /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g)
    : undefined;
}

function links(question: string, sources: readonly Source[]): string | undefined {
  return /\b(urls?|links?|web ?sites?)\b/i.test(question)
    ? findings(t('Links'), sources, /\bhttps?:\/\/[^\s<>"')\]]+|\bwww\.[^\s<>"')\]]+/g)
    : undefined;
}

function findings(what: string, sources: readonly Source[], pattern: RegExp): string {
  const found = new Set(sources.flatMap(({ lines }) => lines.flatMap((line) => line.match(pattern) ?? [])));
  return found.size > 0
    ? `${t('{0} in the text:', what)}\n\n${[...found].map((item) => `- \`${item}\``).join('\n')}`
    : t('{0} in the text: none was found.', what);
}

function quotes(question: string, sources: readonly Source[]): string | undefined {
  const wanted = (question.toLowerCase().match(/[\p{L}\p{N}_-]{4,}/gu) ?? []).filter(
    (word) => !questionWords.has(word),
  );
  const trouble = troubleQuestion.test(question);
  const matches = (line: string): boolean =>
    (trouble && troubleLine.test(line)) || wanted.some((word) => line.toLowerCase().includes(stem(word)));
  const parts = sources.flatMap(({ name, lines }) => {
    const quoted = lines.filter(matches).slice(0, MAX_QUOTES);
    // Quoting nearly everything again would help nobody.
    return quoted.length > 0 && (quoted.length <= lines.length / 2 || lines.length <= MAX_QUOTES)
      ? [`${headingOf(escapeMarkdown(name), trouble)}\n\n${fence(quoted.join('\n'), 'text')}`]
      : [];
  });
  return parts.length > 0 ? parts.join('\n\n') : undefined;
}

function headingOf(name: string, trouble: boolean): string {
  return trouble
    ? t('Lines in **{0}** that tell of trouble or hold words of your question:', name)
    : t('Lines in **{0}** that hold words of your question:', name);
}

/** So that "prices" finds "price" and "failing" finds "fail". */
function stem(word: string): string {
  return word.length > 5 ? word.replace(/(ing|ed|es|s)$/, '') : word;
}
