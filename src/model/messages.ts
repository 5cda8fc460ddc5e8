import type { ImageDetail } from '../shared/parameters';
import type { ToolCall } from './deltas';

export type { ImageDetail } from '../shared/parameters';

export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

/** A picture given as bytes or, where the server may fetch it itself, by URL. */
export interface ImagePart {
  readonly type: 'image';
  readonly image: MediaData | MediaUrl;
  readonly detail?: ImageDetail;
  /** Shown in logs and used by the offline engine; servers do not see it. */
  readonly name?: string;
}

/**
 * A sound. Bytes in WAV or MP3 go as OpenAI's `input_audio`; other bytes and URLs go as vLLM's `audio_url`, and so does
 * everything with `sentAs: 'audio_url'`.
 */
export interface AudioPart {
  readonly type: 'audio';
  readonly audio: MediaData | MediaUrl;
  readonly sentAs?: 'input_audio' | 'audio_url';
  readonly name?: string;
}

/** A video, sent as `video_url` (vLLM, OpenRouter, llama.cpp). */
export interface VideoPart {
  readonly type: 'video';
  readonly video: MediaData | MediaUrl;
  readonly name?: string;
}

/** A document such as a PDF, sent as OpenAI's `file`. */
export interface FilePart {
  readonly type: 'file';
  readonly file: MediaData;
  /** File name, which servers see. */
  readonly name: string;
}

export interface MediaBytes {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Bytes on disk, which are read while they are sent and never held as a whole. */
export interface StoredMedia {
  readonly mediaType: string;
  readonly byteLength: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Pixels of a picture. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Length of a sound or a video. */
  readonly seconds?: number;
  /** Pages of a document. */
  readonly pageCount?: number;
  /**
   * Exactly `byteLength` bytes in pieces, anew with each call; a piece stays as it is until the next is asked for. Throws
   * where the bytes are gone or have changed.
   */
  readonly read: () => AsyncIterable<Uint8Array>;
}

export type MediaData = MediaBytes | StoredMedia;

export interface MediaUrl {
  readonly url: string;
}

export type MediaPart = ImagePart | AudioPart | VideoPart | FilePart;
export type ContentPart = TextPart | MediaPart;

/** One turn of a conversation as a model receives it. */
export type ModelMessage =
  | { readonly role: 'system'; readonly text: string }
  | { readonly role: 'user'; readonly content: readonly ContentPart[] }
  | { readonly role: 'assistant'; readonly text: string; readonly toolCalls?: readonly ToolCall[] }
  /** What a tool gave back; follows the assistant's message with the call. */
  | { readonly role: 'tool'; readonly toolCallId: string; readonly text: string };
