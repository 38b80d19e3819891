import { formatLanguage } from './language.ts';
import { formatNumber } from './number.ts';

/** Here, and not with the rest of French: only downloads have a size. */
const french = ['\u202fKo', '\u202fMo'] as const;

/** Returns a file's size, rounded up so that nothing is "0 Ko": `9 Ko`, `1,2 Mo`; in English `9 KB`. */
export function formatBytes(bytes: number, lang: string): string {
  const [kilo, mega] = formatLanguage(lang).bytes ?? french;
  const thousands = Math.ceil(bytes / 1000);
  if (thousands < 1000) return formatNumber(thousands, lang) + kilo;
  return formatNumber(bytes / 1e6, lang, { decimals: 1, fixed: false }) + mega;
}
