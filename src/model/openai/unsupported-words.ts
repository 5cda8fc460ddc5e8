/** Words for a field that a server does not take at all, or not for this model. */
const plain = String.raw`unsupported|\bnot (?:yet |currently |be )?(?:support(?:ed)?|permitted|recogni[sz]ed)\b|n['’]t (?:yet |currently )?support(?:ed)?\b|\bnot an? (?:valid|permitted|allowed|supported|recogni[sz]ed|known) (?:field|parameter|argument|option|property|key)|\bextra[_ ](?:forbidden|inputs|fields)|\bunknown variant|\bdeprecated\b|\bcannot find field|\bincompatible with (?:this|the) model|\bonly (?:the )?(?:default|\d[\d.]*)(?: value)? is (?:allowed|supported|permitted)`;
/** Words that are as often of something else: they count only right beside the name. */
const loose = String.raw`(?:not (?:yet |currently |be )?(?:allowed|accepted|available|enabled)\b(?! to\b)|n['’]t (?:yet |currently )?(?:allowed|accepted|available)\b(?! to\b)|unavailable\b)`;
const refused = `(?:${plain})`;
const noun = String.raw`(?:parameter|argument|field|propert(?:y|ies)|option|keyword|key|name|value|input)s?`;
const quote = String.raw`['"\x60‘’“”]`;
/** The rest of a sentence, as far as words still belong together. */
const near = String.raw`(?:(?!\.\s)[\s\S]){0,100}?`;
const unknown = String.raw`un(?:(?:supported|known|recogni[sz]ed) (?:request |keyword )?${noun}|expected (?:request |keyword )?(?:parameter|argument|field|property|option|key)s?)`;

const unknownField = new RegExp(
  `\\bun(?:known|recogni[sz]ed|expected)[_ ](?:request |keyword )?(?:parameter|argument|field|propert(?:y|ies)|option|keyword|key|name)s?|\\bvalue_error\\.extra\\b`,
  'i',
);
const anyRefusal = new RegExp(refused, 'i');
/** Codes of fields that a server does not have. */
const fieldCode =
  /\b(?:unsupported_(?:parameter|field)|unknown_(?:parameter|field|argument)|unrecognized_(?:keys?|parameter)|extra_forbidden|value_error\.extra)\b/i;

/** What a schema may not hold is no reason to leave it out. */
const aboutSchema =
  /invalid_json_schema|(?<!json[ _-])\bschemas?\b|\bkeyword ['"`]|additionalProperties|\b(?:one|any|all)Of\b|\bin context=/i;
/** Limits of a value: it is for the person to choose another. */
const aboutLimit =
  /\b(?:maximum|minimum|at most|at least|between|out of range|(?:longer|shorter|greater|less|more|fewer|higher|lower) than|too (?:large|long|many|small|short|high|low)|negative|exceeds?|values? (?:above|below|over|under)|(?:must|should) (?:be(?! verified)|contain|not be)\b|only contain|vocabulary|whitespace)\b|\bmust (?:be )?[<>]/i;
/** A filter that quotes what was asked. */
const aboutContent =
  /content[_ ]policy|\bflagged\b|\bmoderation\b|\bviolat|\binput rejected\b|\byour (?:prompt|message)\b/i;

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
export function saysUnsupported(reason: string, parameter: string, names: readonly string[]): boolean {
  if (parameter === 'n' && onlyOne.test(reason)) {
    return true;
  }
  if (aboutSchema.test(reason) || aboutLimit.test(reason)) {
    return false;
  }
  return (
    anyRefusal.test(reason) ||
    unknownField.test(reason) ||
    /\b(?:this|the) (?:parameter|field|option) (?:is )?(?:not (?:allowed|available|accepted)|unavailable)\b/i.test(
      reason,
    ) ||
    names.some((name) => new RegExp(besideName(name), 'i').test(reason))
  );
}

/** Whether a code stands for a field that the server does not have, whatever its value. */
export function isUnknownField(reason: string): boolean {
  return fieldCode.test(reason);
}

/** Whether a code is of refused parameters, whatever status comes with it. */
export function isUnmistakable(reason: string): boolean {
  return isUnknownField(reason) || /\bunsupported_value\b/i.test(reason);
}

/** Whether a text says that the server does not take this parameter, which it calls by one of these names. */
export function namesUnsupported(text: string, parameter: string, names: readonly string[]): boolean {
  if (aboutSchema.test(text) || aboutContent.test(text)) {
    return false;
  }
  return (
    withoutName[parameter]?.test(text) === true ||
    names.some((name) => speaksOf(text, [...unmistakable(name), ...sentences(name)]))
  );
}

/** The same where the status tells of another kind of failure: only words that are of fields and nothing else. */
export function namesUnknownField(text: string, names: readonly string[]): boolean {
  return names.some((name) => speaksOf(text, unmistakable(name)));
}

/** A sentence that also tells the limits of a value is about the value. */
function speaksOf(text: string, patterns: readonly string[]): boolean {
  return [...text.matchAll(new RegExp(patterns.join('|'), 'gi'))].some(({ index, 0: words }) => {
    const rest = /^(?:(?![.!?]\s|\n)[\s\S])*/.exec(text.slice(index + words.length))?.[0] ?? '';
    return !aboutLimit.test(words + rest);
  });
}

/** xAI writes presencePenalty. */
function spelling(name: string): string {
  return `(?:body\\.)?${name.replaceAll('.', String.raw`\.`).replaceAll('_', '_?')}(?![\\w-])`;
}

/** `temperature is not available`: nothing else stands between the two. */
function besideName(name: string): string {
  return String.raw`(?<![\w-])${spelling(name)}${quote}?(?: (?:type|parameter|field|option|argument))?(?: (?:is|are|was))? ${loose}`;
}

function unmistakable(name: string): readonly string[] {
  const spelled = spelling(name);
  return [
    // Unrecognized request argument supplied: stream_options
    String.raw`\b${unknown}(?: supplied)?[\s:(\[]{0,3}${quote}?${spelled}`,
    // Unrecognized key(s) in object: 'seed'
    String.raw`\bunrecogni[sz]ed key(?:s|\(s\))? in object:[^\n]{0,200}?${quote}${spelled}`,
    // body must NOT have additional properties: 'seed'
    String.raw`\badditional properties\b[^.\n]{0,60}${quote}${spelled}${quote}`,
    // does not support parameters: ['store', 'user']
    String.raw`(?:\bnot|n['’]t) (?:yet |currently )?(?:support|accept|allow) (?:the )?(?:following )?(?:parameter|argument|field|option)s?:? ?[^\])}\n]{0,200}?${quote}${spelled}`,
    // body -> n: extra fields not permitted
    String.raw`\bbody ?(?:->|→|\.) ?${spelled}[\s:]{1,5}extra (?:fields|inputs)`,
    // store: Extra inputs are not permitted
    String.raw`(?<![\w.-])${quote}?${spelled}${quote}?: ?(?:extra (?:fields|inputs)|(?:unknown|unrecogni[sz]ed) (?:field|key|parameter|property))`,
    // pydantic's list as Python prints it (vLLM): 'loc': ('body', 'store'), 'msg': 'Extra inputs are not permitted'
    String.raw`\('body', '${spelled}'\), 'msg': '${refused}`,
  ];
}

/**
 * The name in one of the sentences that servers make. Many names are ordinary words (`user`, `stop`, `n`): unless they
 * have an underscore, they count only in quotes or beside a word such as "parameter".
 */
function sentences(name: string): readonly string[] {
  const isWord = !name.includes('_');
  const spelled = spelling(name);
  const list = String.raw`(?:[\s,]*(?:and |or )?${quote}[\w.]{1,60}${quote}){0,30}`;
  return [
    // property 'store' is unsupported
    String.raw`\b${noun}[\s:(\[]{1,3}${quote}?${spelled}[\])]?${quote}?${near}${refused}`,
    // parameter seed is not allowed; Extra parameters ['stream_options', 'seed'] are not allowed
    String.raw`\b${noun}[\s:(\[]{1,3}(?:${quote}[\w.]{1,60}${quote}[\s,]*){0,30}${quote}?${spelled}${quote}?${list}[\])]?(?: (?:is|are|was))? ${loose}`,
    // Unsupported value: 'temperature' does not support 0.5 with this model
    String.raw`(?<!\b(?:roles?|types?|content|modalit(?:y|ies)|formats?|use)\W{1,3})${quote}${spelled}${quote}(?! (?:messages?|roles?|turns?|content|parts?)\b)${list}[^'"\x60.]{0,60}?${refused}`,
    // Argument not supported on this model: presencePenalty
    String.raw`${refused}[^.:\n]{0,60}:\s*${quote}?${spelled}`,
    String.raw`(?:\bnot|n['’]t) (?:yet |currently )?(?:support|accept|allow) (?:the )?${noun} ${spelled}`,
    // invalid temperature: only 1 is allowed for this model
    String.raw`\binvalid (?:value for )?${quote}?${spelled}${quote}?: only (?:the )?(?:default|\d[\d.]*)(?: value)? is (?:allowed|supported|permitted)`,
    // seed is not a permitted field
    String.raw`(?<![\w.-])${spelled} is not an? (?:valid|permitted|allowed|supported|recogni[sz]ed|known) (?:field|parameter|argument|option|property|key)`,
    ...(isWord
      ? [String.raw`${quote}${spelled}${quote}(?: (?:is|are|was))? ${loose}`]
      : [
          String.raw`(?<![\w-])(?<!\buse ${quote}?)${spelled}${near}${refused}`,
          besideName(name),
          String.raw`(?:\bnot|n['’]t) (?:yet |currently )?(?:support|accept|allow) ${quote}?${spelled}`,
        ]),
  ];
}
