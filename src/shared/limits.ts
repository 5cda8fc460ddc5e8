/** What Iris takes in. Each bound is checked before anything is decoded. */

/** Bytes of one attached picture. */
export const MAX_IMAGE_BYTES = 64 * 1024 * 1024;

/** Width times height of one attached picture, read from its header: a small file can claim any size. */
export const MAX_IMAGE_PIXELS = 50_000_000;

/** Answers to one question at most (`n`); what names another one is not from a server that was asked so. */
export const MAX_ANSWERS = 128;

/** Bytes of a spoken answer that the panel plays; a longer one can be saved. */
export const MAX_PLAYED_BYTES = 16 * 1024 * 1024;

/** Bytes of one attached text file. */
export const MAX_TEXT_BYTES = 1024 * 1024;
