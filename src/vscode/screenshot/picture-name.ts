/** Names a picture after when it was taken, as people name screenshots: `Screenshot 2026-11-21 13.20.05.png`. */
export function pictureName(what: string, at: Date): string {
  const date = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(twoDigits).join('-');
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join('.');
  return `${what} ${date} ${time}.png`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
