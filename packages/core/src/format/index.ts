/** Formatting in every language that there is: for programs. Pages take `format/lean`, and the languages that they speak. */
import { addFormatLanguage } from './language.ts';
import { breton } from './languages/breton.ts';
import { english } from './languages/english.ts';

export { type DateOptions, formatDate, formatPeriod, type PeriodOptions } from './full.ts';
export * from './lean.ts';

addFormatLanguage(breton);
addFormatLanguage(english);
