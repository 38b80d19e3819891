/** Formatting in every language that there is: for programs. Our elements take its modules, and the languages that they speak. */
import { addFormatLanguage } from './language.ts';
import { breton } from './languages/breton.ts';
import { english } from './languages/english.ts';

export { type DateBlock, dateBlock } from './block.ts';
export * from './bytes.ts';
export { type DateStyle, dayNumber, monthName } from './calendar.ts';
export * from './capitalised.ts';
export * from './csv.ts';
export { type WallClock, wallClock } from './date.ts';
export * from './days-until.ts';
export { type DateOptions, formatDate, formatPeriod, type PeriodOptions } from './full.ts';
export * from './hours.ts';
export * from './ics.ts';
export { type IcsTime, icsSeries } from './ics-series.ts';
export * from './in-words.ts';
export { addFormatLanguage, type FormatLang, type FormatLanguage, formatLang } from './language.ts';
export * from './list.ts';
export * from './number.ts';
export { formatMeasured, formatStockDate } from './period.ts';
export * from './plural.ts';
export * from './quantity.ts';
export * from './sentence.ts';
export { formatTime } from './time.ts';
export * from './units.ts';
export * from './weekday.ts';

addFormatLanguage(breton);
addFormatLanguage(english);
