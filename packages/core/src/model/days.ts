/** Days as `YYYY-MM-DD`. */

export const two = (n: number): string => String(n).padStart(2, '0');
export const four = (n: number): string => String(n).padStart(4, '0');
export const iso = (y: number, m: number, d: number): string => `${four(y)}-${two(m)}-${two(d)}`;

/** Returns the number of days in a month (1–12), leap years included. */
export const daysIn = (y: number, m: number): number => new Date(Date.UTC(y, m, 0)).getUTCDate();
