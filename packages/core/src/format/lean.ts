/**
 * Formatting for pages, in French; the other languages are added with {@link addFormatLanguage} when a page needs them.
 * Dates have no `weekday` here and periods no style `block`: `formatWeekday` and `dateBlock` are apart.
 */
export { type DateBlock, dateBlock } from './block.ts';
export * from './bytes.ts';
export { type DateStyle, dayNumber, monthName } from './calendar.ts';
export * from './capitalised.ts';
export * from './csv.ts';
export { type DateOptions, formatDate, type WallClock, wallClock } from './date.ts';
export * from './days-until.ts';
export * from './hours.ts';
export * from './ics.ts';
export { type IcsTime, icsSeries } from './ics-series.ts';
export { addFormatLanguage, type FormatLang, type FormatLanguage, formatLang } from './language.ts';
export * from './list.ts';
export * from './number.ts';
export { formatMeasured, formatPeriod, formatStockDate, type PeriodOptions } from './period.ts';
export * from './plural.ts';
export * from './quantity.ts';
export * from './sentence.ts';
export { formatTime } from './time.ts';
export * from './units.ts';
export * from './weekday.ts';
