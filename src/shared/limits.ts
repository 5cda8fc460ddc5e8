/** What Iris takes in. Each bound is checked before anything is decoded. */

/** Bytes of one attached picture. */
export const MAX_IMAGE_BYTES = 64 * 1024 * 1024;

/**
 * Width times height of one attached picture, read from its header: a small file can claim any size. The photos of phones
 * have up to 200 megapixels.
 */
export const MAX_IMAGE_PIXELS = 200_000_000;

/** Pixels of a picture that are held at once: what has more is shown, edited, read and sent scaled down to that. */
export const MAX_DRAWN_PIXELS = 50_000_000;

/** Bytes of one attached PDF. */
export const MAX_PDF_BYTES = 128 * 1024 * 1024;

/** Pages of one attached PDF. */
export const MAX_PDF_PAGES = 5_000;

/** Bytes of one attached sound. */
export const MAX_AUDIO_BYTES = 256 * 1024 * 1024;

/** Bytes of one attached video. */
export const MAX_VIDEO_BYTES = 256 * 1024 * 1024;

/** Bytes of one attached office document or notebook. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;

/** Bytes of any attached file: told by its size alone, before any of it is read. */
export const MAX_FILE_BYTES = Math.max(MAX_IMAGE_BYTES, MAX_PDF_BYTES, MAX_AUDIO_BYTES, MAX_VIDEO_BYTES);

/** Answers to one question at most (`n`); what names another one is not from a server that was asked so. */
export const MAX_ANSWERS = 128;

/** Bytes of a spoken answer that the panel plays; a longer one can be saved. */
export const MAX_PLAYED_BYTES = 16 * 1024 * 1024;

/** Bytes of a recording that the panel plays, or decodes for the extension host: its page gets all of them. */
export const MAX_PLAYED_MEDIA_BYTES = 128 * 1024 * 1024;

/** Pixels of one frame of an attached video, read from its container. */
export const MAX_FRAME_PIXELS = 50_000_000;

/** Attachments of one question. */
export const MAX_ATTACHMENTS = 100;

/** Bytes of one attached text that is sent whole; of a longer one its beginning and its end are sent. */
export const MAX_TEXT_BYTES = 1024 * 1024;

/** Marks on one edited picture. */
export const MAX_EDIT_MARKS = 1_000;

/** Points of one line that was drawn by hand. */
export const MAX_PEN_POINTS = 5_000;

/** Characters of one text on an edited picture. */
export const MAX_MARK_TEXT_LENGTH = 1_000;
