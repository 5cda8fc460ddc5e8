/** Names bytes in the blob store by what they are, never by where they came from. */
export interface BlobReference {
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  readonly sha256: string;
  /** IANA media type found in the bytes themselves. */
  readonly mediaType: string;
  readonly byteLength: number;
}

/** A blob that holds a picture, with its size as it is shown (after orientation). */
export interface ImageReference extends BlobReference {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}
