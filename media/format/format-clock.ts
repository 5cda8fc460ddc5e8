import { language } from '../../src/shared/language';

const clock = new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short' });

/**
 * Local time: `14:05`, and with the date on another day: `22 Nov, 14:05`.
 *
 * @param time milliseconds since the epoch
 * @param now milliseconds since the epoch
 */
export function formatClock(time: number, now: number): string {
  const date = new Date(time);
  const sameDay = date.toDateString() === new Date(now).toDateString();
  return sameDay ? clock.format(date) : `${day.format(date)}, ${clock.format(date)}`;
}
