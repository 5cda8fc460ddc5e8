import { ModelError } from '../model-error';
import type { AudioPart, ContentPart, FilePart, ImageDetail, ImagePart, ModelMessage, TextPart } from '../messages';
import { dataUrl, mediaUrl, toBase64 } from './data-url';

/**
 * A part as servers take it. `video_url` and `audio_url` are vLLM's
 * (https://docs.vllm.ai/en/latest/features/multimodal_inputs.html), the others OpenAI's.
 */
export type WirePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image_url'; readonly image_url: { readonly url: string; readonly detail?: ImageDetail } }
  | { readonly type: 'input_audio'; readonly input_audio: { readonly data: string; readonly format: string } }
  | { readonly type: 'audio_url'; readonly audio_url: { readonly url: string } }
  | { readonly type: 'video_url'; readonly video_url: { readonly url: string } }
  | { readonly type: 'file'; readonly file: { readonly filename: string; readonly file_data: string } };

export type WireMessage =
  | { readonly role: 'system'; readonly content: string }
  | { readonly role: 'user'; readonly content: string | readonly WirePart[] }
  | { readonly role: 'assistant'; readonly content: string | null; readonly tool_calls?: readonly WireToolCall[] }
  | { readonly role: 'tool'; readonly tool_call_id: string; readonly content: string };

export interface WireToolCall {
  readonly id: string;
  readonly type: 'function';
  readonly function: { readonly name: string; readonly arguments: string };
}

/** Formats that `input_audio` has, by the media types that name them. */
const inputAudioFormats: Readonly<Record<string, string>> = {
  'audio/wav': 'wav',
  'audio/wave': 'wav',
  'audio/x-wav': 'wav',
  'audio/vnd.wave': 'wav',
  'audio/mpeg': 'mp3',
  'audio/mp3': 'mp3',
};

/**
 * Messages as chat completions take them. A message without media goes as a plain string: some servers (Groq,
 * DeepSeek) refuse lists of parts from models that know only text. Throws `ModelError` of kind `invalidInput` for a
 * part that cannot be sent as it wants to be.
 */
export function toWireMessages(messages: readonly ModelMessage[]): WireMessage[] {
  return messages.map((message) => {
    switch (message.role) {
      case 'system':
        return { role: 'system', content: message.text };
      case 'assistant':
        return assistantMessage(message);
      case 'tool':
        return { role: 'tool', tool_call_id: message.toolCallId, content: message.text };
      case 'user':
        return { role: 'user', content: userContent(message.content) };
    }
  });
}

function assistantMessage({
  text,
  toolCalls = [],
}: Extract<ModelMessage, { readonly role: 'assistant' }>): WireMessage {
  if (toolCalls.length === 0) {
    return { role: 'assistant', content: text };
  }
  return {
    role: 'assistant',
    content: text === '' ? null : text,
    tool_calls: toolCalls.map(({ id, name, argumentsText }) => ({
      id,
      type: 'function',
      // Servers parse it: a call without arguments came as an empty text from some, and none takes that back.
      function: { name, arguments: argumentsText.trim() === '' ? '{}' : argumentsText },
    })),
  };
}

function userContent(parts: readonly ContentPart[]): string | WirePart[] {
  if (parts.every((part): part is TextPart => part.type === 'text')) {
    return parts.map((part) => part.text).join('\n\n');
  }
  return parts.map(wirePart);
}

function wirePart(part: ContentPart): WirePart {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: part.text };
    case 'image':
      return imagePart(part);
    case 'audio':
      return audioPart(part);
    case 'video':
      return { type: 'video_url', video_url: { url: mediaUrl(part.video) } };
    case 'file':
      return filePart(part);
  }
}

function imagePart({ image, detail }: ImagePart): WirePart {
  return { type: 'image_url', image_url: { url: mediaUrl(image), ...(detail && { detail }) } };
}

function audioPart({ audio, sentAs, name }: AudioPart): WirePart {
  if ('url' in audio) {
    if (sentAs === 'input_audio') {
      throw new ModelError(
        'invalidInput',
        `${name ?? 'A sound'} is given by its URL and cannot go as input_audio, which takes only bytes.`,
      );
    }
    return { type: 'audio_url', audio_url: { url: audio.url } };
  }
  const known = inputAudioFormats[audio.mediaType.toLowerCase()];
  if (sentAs === 'audio_url' || (known === undefined && sentAs === undefined)) {
    return { type: 'audio_url', audio_url: { url: dataUrl(audio) } };
  }
  // llama.cpp and vLLM read more formats than OpenAI names; they are called as their media types are.
  const format = known ?? audio.mediaType.replace(/^audio\/(x-)?/i, '').toLowerCase();
  return { type: 'input_audio', input_audio: { data: toBase64(audio), format } };
}

function filePart({ file, name }: FilePart): WirePart {
  return { type: 'file', file: { filename: name, file_data: dataUrl(file) } };
}
