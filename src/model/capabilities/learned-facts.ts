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
 * follow them: "maximum context length is 8192 tokens"; Anthropic: "213462 tokens > 200000 maximum".
 */
const contexts: readonly RegExp[] = [
  /context (?:size|length|window)[^.]{0,20}?\(?(\d[\d,]*) tokens/i,
  /context (?:size|length|window)(?: of| is|:)\D{0,40}?(\d[\d,]*)/i,
  /tokens > (\d[\d,]*) maximum/i,
];

function contextOf(detail: string): number | undefined {
  const digits = contexts.map((pattern) => pattern.exec(detail)?.[1]).find((found) => found !== undefined);
  const tokens = Number(digits?.replaceAll(',', ''));
  // A number that small is no context but part of a sentence.
  return Number.isInteger(tokens) && tokens >= 256 ? tokens : undefined;
}

/** "unknown variant `input_audio`", "Unknown part type: video_url", "audio input is not supported". */
function refusedInput(
  kind: ModelError['kind'],
  detail: string,
  noneOf: string | undefined,
): 'image' | 'audio' | 'video' | undefined {
  if (noneOf === 'audio' || noneOf === 'video') {
    return noneOf;
  }
  const part = String.raw`(?:unknown|unsupported|invalid|unrecognized)[^.\n]{0,40}?\b`;
  if (new RegExp(`${part}(input_audio|audio_url)|audio (input )?is not supported`, 'i').test(detail)) {
    return 'audio';
  }
  if (new RegExp(`${part}(input_video|video_url)|video (input )?is not supported`, 'i').test(detail)) {
    return 'video';
  }
  return kind === 'imagesUnsupported' || noneOf === 'image' ? 'image' : undefined;
}
