import { language } from '../../src/shared/language';

/** In UTC, where a day as `2026-11-21` begins at its midnight. */
const formats = {
  shortDay: new Intl.DateTimeFormat(language(), { timeZone: 'UTC', day: 'numeric', month: 'short' }),
  shortMonth: new Intl.DateTimeFormat(language(), { timeZone: 'UTC', month: 'short', year: '2-digit' }),
  day: new Intl.DateTimeFormat(language(), { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
  month: new Intl.DateTimeFormat(language(), { timeZone: 'UTC', month: 'long', year: 'numeric' }),
} as const;

export function isMonth(name: string): boolean {
  return name.length === 7;
}

/** As `November 21, 2026` or `November 2026`. */
export function formatSpan(name: string): string {
  return formats[isMonth(name) ? 'month' : 'day'].format(Date.parse(name));
}

/** As `Nov 21` or `Nov 26`, for the axis. */
export function formatShortSpan(name: string): string {
  return formats[isMonth(name) ? 'shortMonth' : 'shortDay'].format(Date.parse(name));
}
