/** Formatting in French; the other languages are added with {@link addFormatLanguage}, when a page needs them. */
export { type DateBlock, dateBlock } from './block.ts';
export { type DateStyle, dayNumber, monthName, weekdayName } from './calendar.ts';
export * from './csv.ts';
export { type DateOptions, formatDate } from './date.ts';
export * from './ics.ts';
export { addFormatLanguage, type FormatLang, type FormatLanguage, formatLang } from './language.ts';
export * from './list.ts';
export * from './number.ts';
export { formatPeriod, formatStockDate, type PeriodOptions } from './period.ts';
export * from './plural.ts';
export * from './quantity.ts';
export * from './time.ts';
export * from './units.ts';
