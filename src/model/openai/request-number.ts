let last = 0;

/** Tells the requests of this session apart in the log. */
export function nextRequestNumber(): number {
  return ++last;
}
