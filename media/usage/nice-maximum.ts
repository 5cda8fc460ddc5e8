/** The end of a scale: the smallest of 1, 2, 4, 5, 10 and their tenfolds that is not below the value. */
export function niceMaximum(value: number, least: number): number {
  const wanted = Math.max(value, least);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 4, 5, 10].find((step) => step * power >= wanted * (1 - 1e-9)) ?? 10;
  return factor * power;
}
