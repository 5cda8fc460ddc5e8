/** What only a browser can decode, done by a panel's page for the extension host. */
export type DecodingTask =
  /** One picture for each time, in the order of the times. */
  | {
      readonly type: 'frames';
      readonly sha256: string;
      readonly mediaType: string;
      /** Seconds from the beginning. */
      readonly times: readonly number[];
      /** Pixels. */
      readonly maxLongSide: number;
    }
  /** All of the sound, mixed to one channel. */
  | {
      readonly type: 'sound';
      readonly sha256: string;
      readonly mediaType: string;
      /** Samples a second. */
      readonly sampleRate: number;
    };

export type DecodingOutcome =
  /** PNG or JPEG. */
  | { readonly type: 'frames'; readonly pictures: readonly Uint8Array[] }
  | { readonly type: 'sound'; readonly samples: Float32Array }
  /** The browser lacks the codec, or the bytes are damaged; a phrase that says which. */
  | { readonly type: 'failed'; readonly reason: string };
