/** A run of figures and of what stands between them. */
const RUN = /[+(]?\d[^\p{L}+]*/u;

/** Ten figures in France, in groups of any kind; from elsewhere, without the zero, which many write all the same. */
const FRENCH = /^(?:((?:\+|00)[^\d+]*33)[^\d+]*)?0?[^\d+]*([1-9](?:[^\d+]*\d){8})(?!\d)/;

/**
 * Returns the first telephone number of a cell, as it is dialled, or null: others may follow it, after a bar or after a
 * space alone, or words and an extension.
 * @param isAbroad of another country, where nine figures may be a whole number
 */
export function readPhone(text: string, isAbroad = false): string | null {
  for (const part of text.split(/\s[/\p{Pd}]\s|[;|,\n]/u)) {
    const run = RUN.exec(part)?.[0].replace(/\(0\)/, '') ?? '';
    const figures = run.replace(/[^\d+]/g, '');
    const french = isAbroad || !/^(0|\+33|[1-9]\d{8}$)/.test(figures) ? null : FRENCH.exec(run);
    if (french) return `${french[1] ? '+33' : '0'}${french[2]?.replace(/\D/g, '')}`;
    if (/^\+?\d{8,15}$/.test(figures)) return figures;
  }
  return null;
}
