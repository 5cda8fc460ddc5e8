import type { OpenPicture } from './open-picture';

/** Milliseconds that reading a header may take. */
export const headerPatience = 3_000;

/** Milliseconds that drawing an SVG may take: what takes longer is a bomb far more often than a drawing. */
const VECTOR_PATIENCE = 3_000;

const RASTER_BASE_PATIENCE = 10_000;
/** Some fifty times what a megapixel takes on an idle machine. */
const RASTER_PATIENCE_PER_MEGAPIXEL = 2_000;

/** Milliseconds that decoding and encoding a picture may take. */
export function decodePatience({ vector, width, height }: Pick<OpenPicture, 'vector' | 'width' | 'height'>): number {
  return vector ? VECTOR_PATIENCE : RASTER_BASE_PATIENCE + (RASTER_PATIENCE_PER_MEGAPIXEL * width * height) / 1_000_000;
}
