/** How closely a model is asked to look at a picture (OpenAI's `image_url.detail`). */
export type ImageDetail = 'auto' | 'low' | 'high' | 'original';

export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

/** A picture given as bytes or, where the server may fetch it itself, by URL. */
export interface ImagePart {
  readonly type: 'image';
  readonly image: MediaBytes | MediaUrl;
  readonly detail?: ImageDetail;
  /** Shown in logs and used by the offline engine; servers do not see it. */
  readonly name?: string;
}

export interface MediaBytes {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface MediaUrl {
  readonly url: string;
}

export type ContentPart = TextPart | ImagePart;

/** One turn of a conversation as a model receives it. */
export type ModelMessage =
  | { readonly role: 'system'; readonly text: string }
  | { readonly role: 'user'; readonly content: readonly ContentPart[] }
  | { readonly role: 'assistant'; readonly text: string };
