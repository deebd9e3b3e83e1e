const pad = (value: number): string => String(value).padStart(2, "0");

/** A time as a stopwatch shows it: `19:48`, `1:38:20`. Seconds in, rounded to whole ones. */
export function formatClock(seconds: number): string {
  const total = Math.round(seconds);
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const rest = pad(total % 60);
  return hours === 0 ? `${String(minutes)}:${rest}` : `${String(hours)}:${pad(minutes)}:${rest}`;
}

/** A duration as a coach says it: `30 s`, `90 s`, `45 min`, `2 h 30 min`; odd seconds fall back to the clock. */
export function formatDuration(seconds: number): string {
  const total = Math.round(seconds);
  if (total <= 90 && total % 60 !== 0) return `${String(total)} s`;
  if (total % 60 !== 0) return total < 3600 ? `${formatClock(total)} min` : formatClock(total);
  return inMinutes(total / 60);
}

/** A derived duration, to the minute: nobody needs its seconds. */
export const formatMinutes = (seconds: number): string => inMinutes(Math.round(seconds / 60));

/** From so many minutes on a time is told in hours and minutes. */
export const HOURS_FROM_MINUTES = 120;

function inMinutes(minutes: number): string {
  if (minutes < HOURS_FROM_MINUTES) return `${String(minutes)} min`;
  const rest = minutes % 60;
  return `${String(Math.floor(minutes / 60))} h${rest === 0 ? "" : ` ${String(rest)} min`}`;
}
