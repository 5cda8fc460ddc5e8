/** Milliseconds that reading the headers of a recording and all of its packets' sizes may take. */
export const headerPatience = 10_000;

/** Milliseconds between two signs of progress; ffmpeg decodes a piece of several minutes in one step. */
export const stepPatience = 65_000;
