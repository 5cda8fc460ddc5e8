/**
 * A moment of a recording as people write it: `0:42`, `1:02:03`, and with what is left of a second where it is not a
 * whole one: `0:12.4`.
 */
export function formatMediaTime(seconds: number): string {
  const hundredths = Math.round(seconds * 100);
  const whole = Math.floor(hundredths / 100);
  const fraction = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const minutes = Math.floor(whole / 60);
  const hours = Math.floor(minutes / 60);
  const clock = [...(hours > 0 ? [hours, padded(minutes % 60)] : [minutes]), padded(whole % 60)].join(':');
  return fraction === '' ? clock : `${clock}.${fraction}`;
}

/** Seconds of `0:42`, `1:02:03` or `0:12.4`; undefined for anything else. */
export function parseMediaTime(text: string): number | undefined {
  const match = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(\.\d{1,3})?$/.exec(text);
  if (!match) {
    return undefined;
  }
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const isClock = match[1] === undefined || Number(minutes) < 60;
  return isClock ? Number(hours) * 3_600 + Number(minutes) * 60 + Number(`${seconds}${fraction}`) : undefined;
}

function padded(value: number): string {
  return String(value).padStart(2, '0');
}
