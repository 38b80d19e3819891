/** Seconds of `30s`, `5m`, `1h`; undefined for `off`, nothing or anything else. */
export function parseDuration(text: string | null | undefined): number | undefined {
  const match = /^(\d+)\s*(s|m|h)?$/.exec(text?.trim() ?? '');
  if (!match) return undefined;
  return Number(match[1]) * { s: 1, m: 60, h: 3600 }[(match[2] ?? 's') as 's' | 'm' | 'h'];
}
