import type { ImagePlan } from '../../media-process/media-service';

/** Pixels of a thumbnail's longer side: twice what the tray shows, for dense screens. */
const thumbnailSide = 256;

/** PNG and JPEG are the two formats that every server with vision takes. */
const formats = ['image/png', 'image/jpeg'];

/** VS Code scales what it hands to a language model down to this and encodes it anew, unless one side is no longer. */
const languageModelShortSide = 768;

export interface PictureReader {
  readonly offline: boolean;
  /** A model that another extension provides to VS Code. */
  readonly isLanguageModel?: boolean;
}

/**
 * How pictures are prepared for the model that will get them. OpenAI scales pictures to fit 2,048 × 2,048 itself, so
 * more pixels would cost bytes and show nothing; the built-in reader gains from every pixel. What VS Code would scale is
 * scaled here, so that the picture that the person can inspect is the one that is sent.
 */
export function planImageFor({ offline, isLanguageModel = false }: PictureReader): ImagePlan {
  const side = offline ? 8_192 : 2_048;
  const maxShortSide = isLanguageModel ? languageModelShortSide : side;
  return { maxLongSide: side, maxShortSide, formats, thumbnailSide };
}
