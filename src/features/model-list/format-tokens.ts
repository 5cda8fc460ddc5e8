/** Tokens in short: "128K" for 128,000 as for 131,072, since servers count thousands in either way. */
export function formatTokens(tokens: number): string {
  const thousand = tokens % 1000 !== 0 && tokens % 1024 === 0 ? 1024 : 1000;
  if (tokens < 1000) {
    return String(tokens);
  }
  const thousands = tokens / thousand;
  return thousands < 1000 ? `${short(thousands, 0)}K` : `${short(thousands / thousand, 1)}M`;
}

function short(value: number, digits: number): string {
  return String(Number(value.toFixed(value < 10 ? Math.max(digits, 1) : digits)));
}
