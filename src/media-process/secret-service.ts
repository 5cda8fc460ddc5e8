import type { FoundSecret } from '../shared/attachment/secrets';
import type { Region } from '../shared/region';
import type { EncodedImage, MediaCallOptions, Size } from './media-service';
import type { MediaSource } from './media-source';

/** Looks for secrets, and takes them out of pictures. */
export interface SecretService {
  /** What may be a secret in a text, in its order; none overlaps another. */
  findSecrets(text: string, options?: MediaCallOptions): Promise<readonly SecretMatch[]>;
  /** The upright picture at this size, as PNG, with these areas of it black. Throws `MediaError`. */
  blackenPicture(source: MediaSource, request: BlackenRequest, options?: MediaCallOptions): Promise<EncodedImage>;
}

export interface SecretMatch extends FoundSecret {
  /** UTF-16 code units from the beginning of the text. */
  readonly start: number;
  /** The first one that does not belong to it. */
  readonly end: number;
}

export interface BlackenRequest extends Size {
  readonly areas: readonly Region[];
}
