import type { FailureKind } from '../shared/failure';

/** What is known about a refusal. */
export interface Refusal {
  /** HTTP status, of the answer or given inside of an error event. */
  readonly status: number | undefined;
  /** Text, codes and types of the body. */
  readonly words: string;
  readonly hasImages: boolean;
  readonly keySent: boolean;
}

/** Servers without a model that sees, each in its own words. Read only when the request had images. */
const imagesUnsupported: readonly RegExp[] = [
  // llama.cpp (a 500), Gemini, Mistral, xAI
  /\b(image|vision|multi-?modal)( input)?s?( modality)? (is|are) not (supported|enabled|allowed|available)/i,
  // vLLM
  /at most 0 image|not a multi-?modal model/i,
  // DeepSeek and others whose parser knows text only
  /unknown variant `?image_url/i,
  // Groq, for a text model
  /content['"`]? ?:? ?(value )?must be a string/i,
  // OpenRouter
  /no endpoints found that support image/i,
  // OpenAI and Azure
  /image_url is only supported/i,
  // Ollama
  /missing data required for image input|not a vision model/i,
  // xAI
  /expects a single `?text`? element/i,
  /(does not|doesn't|do not|cannot|can't|(?<!could )not) (currently )?(support|accept|process)(ed|s)? .{0,40}?\b(image|vision|multi-?modal)(?!s? (format|type|url|size))/i,
];

/** Servers that see, but not this picture. */
const mediaUnreadable: readonly RegExp[] = [
  /failed to load image|failed to (decode|process) image|cannot identify image|invalid uri format/i,
  /invalid[_ ]image|unsupported[_ ]image|image_parse_error|invalid base64|base64[- ]encoded image/i,
  /(could not|cannot|can't|unable to|failed to) (be )?(process|decode|read|parse|open)(ed)? .{0,30}\bimage/i,
  /image .{0,40}(could not be|cannot be) (processed|decoded|read|parsed)/i,
  // Ollama
  /image urls are not (currently )?supported/i,
];

/** Servers that take fewer images than were sent, or smaller ones. */
const tooManyImages =
  /too many images|at most \d+ image|(supports?|accepts?|allows?|max(imum)?)[^\n]{0,40}\b\d+ images?\b|image dimensions exceed/i;

const contextExceeded =
  /context_length_exceeded|exceed_context_size|context (length|size|window|limit)|maximum (context|prompt) length|prompt (is )?too long|too many (input )?tokens|input token count|reduce the length of the (messages|prompt)|too large for model with|input is too long|context the overflows|maximum model length|`inputs` tokens \+ `max_new_tokens` must be/i;

const contentFiltered = /content_filter|content_policy|content management policy|responsible_?ai_?policy/i;

const badKey =
  /invalid_api_key|api[ _-]?key.{0,40}(invalid|not valid|incorrect|missing|expired)|(invalid|incorrect|missing|no|expired).{0,20}api[ _-]?key|invalid or missing authorization|missing or invalid authorization/i;

/** In a sentence about a model, what it lacks: then that is missing, and not the model. */
const lacking = String.raw`(?:does not|doesn't|do not|don't|cannot|can't) (?:\w+ )?support|(?:tool|function)s? (?:call|use|choice|is|are)|tool_choice`;

const unknownModel = new RegExp(
  String.raw`model_not_found|model_not_available|deploymentnotfound|no endpoints found(?! that support)|(unknown|invalid|no such|unsupported) model|\bmodels?\b(?:(?!\b(?:${lacking}))[^\n]){0,200}?(not found|not exist|not available|not supported|not loaded|is unknown)|not a valid model|^model: \S+\n[\s\S]*not_found_error`,
  'i',
);

/** LM Studio says so with HTTP 200. */
const unknownPath = /unexpected endpoint or method/i;

const tooLarge =
  /too_large|too large|(payload|request|body|image|file|attachment)[^\n]{0,80}(exceeds|exceeded|larger than|over)[^\n]{0,60}(size|limit|maximum|bytes|[km]i?b)/i;

/** Anthropic and LiteLLM say so with a 400. */
const noCredit = /credit balance is too low|insufficient (balance|credits|funds)|budget_exceeded/i;

const tooMany = /rate[_ -]?limit|too many requests|quota|overloaded|capacity/i;

/** Says what a refusal means for the person. */
export function failureKind({ status, words, hasImages, keySent }: Refusal): FailureKind {
  const says = (pattern: RegExp): boolean => pattern.test(words);
  if (status === 401) {
    return keySent ? 'unauthorized' : 'keyMissing';
  }
  if (status === 429) {
    return 'rateLimited';
  }
  if (hasImages && imagesUnsupported.some(says)) {
    return 'imagesUnsupported';
  }
  if (hasImages && mediaUnreadable.some(says)) {
    return 'mediaUnreadable';
  }
  if (says(contextExceeded)) {
    return 'contextExceeded';
  }
  if (hasImages && says(tooManyImages)) {
    return 'tooLarge';
  }
  if (says(contentFiltered)) {
    return 'contentFiltered';
  }
  if (status === 402 || status === 403 || says(noCredit)) {
    return 'forbidden';
  }
  if (status === 404) {
    return says(unknownModel) ? 'modelNotFound' : 'badRequest';
  }
  if (status === 408) {
    return 'timeout';
  }
  if (status === 413) {
    return 'tooLarge';
  }
  if (status !== undefined && status >= 500) {
    return 'serverError';
  }
  if (says(badKey)) {
    return keySent ? 'unauthorized' : 'keyMissing';
  }
  if (says(unknownModel)) {
    return 'modelNotFound';
  }
  if (says(tooLarge)) {
    return 'tooLarge';
  }
  if (says(unknownPath)) {
    return 'badRequest';
  }
  if (status === undefined) {
    return says(tooMany) ? 'rateLimited' : 'serverError';
  }
  return 'badRequest';
}
