/** Words for a field that a server does not take at all, or not for this model. */
const refused = String.raw`(?:unsupported|\bnot (?:yet |currently |be )?(?:support(?:ed)?|permitted|allowed|recogni[sz]ed|accepted|available|enabled)\b|n['’]t (?:yet |currently )?(?:support(?:ed)?|allowed|accepted|available)\b|\bnot a valid (?:field|parameter|argument|option)|\bextra[_ ](?:forbidden|inputs|fields)|\bunknown variant|\bunexpected\b|\bunavailable\b|\bdeprecated\b|\bcannot find field)`;
const noun = String.raw`(?:parameter|argument|field|propert(?:y|ies)|option|keyword|key|name|value|input)s?`;
const quote = String.raw`['"\x60‘’“”]`;
/** The rest of a sentence, as far as words still belong together. */
const near = String.raw`(?:(?!\.\s)[\s\S]){0,100}?`;

const unknownField = new RegExp(
  `\\bun(?:known|recogni[sz]ed|expected)[_ ](?:request |keyword )?${noun}|\\bvalue_error\\.extra\\b`,
  'i',
);
const anyRefusal = new RegExp(refused, 'i');

/** What a schema may not hold is no reason to leave it out. */
const aboutSchema = /invalid schema|invalid_json_schema/i;

/** Servers that make one answer at a time; `n` stands in their words beside the 1. */
const onlyOne =
  /\bmust be (?:equal to )?1\b|\b1 <= value <= 1\b|less than or equal to 1\b|\bonly (?:1|one)\b|\bn ?= ?1\b[^.]{0,20}\bsupported/i;
const onlyOneAnswer = new RegExp(
  String.raw`(?<![\w-])${quote}?n${quote}?:? [^.]{0,30}(?:must be (?:equal to )?1\b|1 <= value <= 1\b)|\bonly ${quote}?n ?= ?1\b|\bn ?> ?1\b[^.]{0,40}\bnot\b|\bonly one (?:completion|choice|candidate)`,
  'i',
);

/** What servers write of a parameter without its name. */
const withoutName: Readonly<Record<string, RegExp>> = {
  n: onlyOneAnswer,
  reasoning_effort: /\bnot support (?:thinking|reasoning)\b/i,
  response_format: /unknown variant [`'"]json_schema|\bjson_schema\b[^.]{0,40}\bnot (?:supported|available)/i,
  stream: /\bstreaming (?:is|responses are) not (?:supported|available)/i,
};

/** Whether words that stand beside the name of a parameter say that the server does not take it. */
export function saysUnsupported(reason: string, parameter: string): boolean {
  if (aboutSchema.test(reason)) {
    return false;
  }
  return anyRefusal.test(reason) || unknownField.test(reason) || (parameter === 'n' && onlyOne.test(reason));
}

/** Whether a text says that the server does not take this parameter, which it calls by one of these names. */
export function namesUnsupported(text: string, parameter: string, names: readonly string[]): boolean {
  return (
    !aboutSchema.test(text) &&
    (withoutName[parameter]?.test(text) === true || names.some((name) => patternOf(name).test(text)))
  );
}

/**
 * The name in one of the sentences that servers make. Many names are ordinary words (`user`, `stop`, `n`): unless they
 * have an underscore, they count only in quotes or beside a word such as "parameter".
 */
function patternOf(name: string): RegExp {
  const isWord = !name.includes('_');
  // xAI writes presencePenalty.
  const spelled = `(?:body\\.)?${name.replaceAll('.', String.raw`\.`).replaceAll('_', '_?')}(?![\\w-])`;
  const list = String.raw`(?:[\s,]*(?:and |or )?${quote}[\w.]{1,60}${quote}){0,30}`;
  const sentences = [
    // Unrecognized request argument supplied: stream_options
    String.raw`\bun(?:supported|known|recogni[sz]ed|expected) (?:request |keyword )?${noun}(?: supplied)?[\s:(\[]{0,3}${quote}?${spelled}`,
    // property 'store' is unsupported
    String.raw`\b${noun}[\s:(\[]{1,3}${quote}?${spelled}[\])]?${quote}?${near}${refused}`,
    // Unsupported value: 'temperature' does not support 0.5 with this model
    String.raw`(?<!\b(?:roles?|types?|content|modalit(?:y|ies)|formats?|use)\W{1,3})${quote}${spelled}${quote}${list}[^'"\x60.]{0,60}?${refused}`,
    // Argument not supported on this model: presencePenalty
    String.raw`${refused}[^.:\n]{0,60}:\s*${quote}?${spelled}`,
    // does not support parameters: ['store', 'user']
    String.raw`(?:\bnot|n['’]t) (?:yet |currently )?(?:support|accept|allow) (?:the )?(?:following )?${noun}:? ?[^\])}\n]{0,200}?${quote}${spelled}`,
    String.raw`(?:\bnot|n['’]t) (?:yet |currently )?(?:support|accept|allow) (?:the )?${noun} ${spelled}`,
    // body -> n: extra fields not permitted
    String.raw`\bbody ?(?:->|→|\.) ?${spelled}[\s:]{1,5}extra (?:fields|inputs)`,
    // pydantic's list as Python prints it (vLLM): 'loc': ('body', 'store'), 'msg': 'Extra inputs are not permitted'
    String.raw`\('body', '${spelled}'\), 'msg': '${refused}`,
    ...(isWord
      ? []
      : [
          String.raw`(?<![\w-])(?<!\buse ${quote}?)${spelled}${near}${refused}`,
          String.raw`(?:\bnot|n['’]t) (?:yet |currently )?(?:support|accept|allow) ${quote}?${spelled}`,
        ]),
  ];
  return new RegExp(sentences.join('|'), 'i');
}
