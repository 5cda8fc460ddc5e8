/** The day at a place's own time, as `2026-11-21`; `time` in milliseconds since the epoch. */
export function localDay(time: number): string {
  const date = new Date(time);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** The month of a day, as `2026-11`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The day so many days later, or earlier where `days` is negative. */
export function dayAfter(day: string, days: number): string {
  // In UTC every day has 24 hours.
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
