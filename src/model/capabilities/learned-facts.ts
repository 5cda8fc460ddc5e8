import type { ModelCapabilities } from '../../shared/capabilities';
import type { ModelError } from '../model-error';

/** What the refusal of a request tells of the model; undefined when nothing. The words are those of real servers. */
export function learnedFacts({ kind, detail = '' }: ModelError): ModelCapabilities | undefined {
  if (kind === 'contextExceeded') {
    const contextTokens = contextOf(detail);
    return contextTokens === undefined ? undefined : { contextTokens };
  }
  const most = /at most (?<count>\d+) (?<medium>image|audio|video)s?(\(s\))?\b/i.exec(detail)?.groups;
  const count = Number(most?.['count']);
  if (most && count > 0) {
    return most['medium']?.toLowerCase() === 'image' ? { images: { count } } : undefined;
  }
  const refused = refusedInput(kind, detail, most?.['medium']?.toLowerCase());
  return refused && { input: { [refused]: false } };
}

/**
 * llama.cpp: "request (12013 tokens) exceeds the available context size (8192 tokens)"; OpenAI, vLLM and those that
 * follow them: "maximum context length is 8192 tokens"; Anthropic: "213462 tokens > 200000 maximum". What the prompt
 * or request takes of it is another number.
 */
const ofPrompt = String.raw`(?!\W*(?:(?:of|for|in|by) )?(?:your|the|this|these) (?:prompt|request|input|messages?)\b)`;
const notSent = String.raw`(?![\d,]| tokens (?:(?:are|were|is|was|have been) )?(?:given|sent|requested|used)\b)`;
const contexts: readonly RegExp[] = [
  new RegExp(String.raw`context (?:size|length|window)${ofPrompt}[^.]{0,20}?\(?(\d[\d,]*)${notSent} tokens`, 'i'),
  new RegExp(String.raw`context (?:size|length|window)${ofPrompt}(?: of| is|:)\D{0,40}?(\d[\d,]*)${notSent}`, 'i'),
  /tokens > (\d[\d,]*) maximum/i,
  /\bmodel (?:takes|accepts|allows|supports|has|is limited to)\b[^\d.]{0,30}(\d[\d,]*)/i,
];

function contextOf(detail: string): number | undefined {
  const digits = contexts.map((pattern) => pattern.exec(detail)?.[1]).find((found) => found !== undefined);
  const tokens = Number(digits?.replaceAll(',', ''));
  // A number that small is no context but part of a sentence.
  return Number.isInteger(tokens) && tokens >= 256 ? tokens : undefined;
}

function refusedInput(
  kind: ModelError['kind'],
  detail: string,
  noneOf: string | undefined,
): 'image' | 'audio' | 'video' | undefined {
  if (noneOf === 'audio' || noneOf === 'video') {
    return noneOf;
  }
  if (refusesType(detail, 'audio')) {
    return 'audio';
  }
  if (refusesType(detail, 'video')) {
    return 'video';
  }
  return kind === 'imagesUnsupported' || noneOf === 'image' ? 'image' : undefined;
}

/**
 * "unknown variant `input_audio`", "Unknown part type: video_url", "Invalid value: 'input_audio'", "audio input is not
 * supported". What is said of one recording, such as "Unsupported format for input_audio" or "invalid base64 in
 * audio_url", tells nothing of others.
 */
function refusesType(detail: string, medium: 'audio' | 'video'): boolean {
  const kinds = String.raw`(?: (?:message|content|input|part|chunk|block|item|media|type|variant|kind|value))+`;
  const name = String.raw`(?:input_${medium}|${medium}_url)\b(?!\.\w|\[|\W{0,3}(?:format|codec|encoding|data|file|size|url)\b)`;
  const unknown = new RegExp(String.raw`\b(?:unknown|unsupported|invalid|unrecognized)${kinds}\W{1,4}${name}`, 'i');
  const unsupported = new RegExp(String.raw`(?<!\b(?:of|this|the|that) )\b${medium} (?:input )?is not supported`, 'i');
  return unknown.test(detail) || unsupported.test(detail);
}
