/** Formatting in every language that there is: for programs. Our elements take its modules, and the languages that they speak. */

export { dateBlock } from './block.ts';
export { formatBytes } from './bytes.ts';
export { dayNumber, monthName } from './calendar.ts';
export { capitalised, uncapitalised } from './capitalised.ts';
export { type CsvCell, toCsv } from './csv.ts';
export { dateInWords, wallClock } from './date.ts';
export { formatDaysUntil } from './days-until.ts';
export { unguardFormula } from './formula-guard.ts';
export { formatDate, formatPeriod } from './full.ts';
export { eventHours } from './hours.ts';
export { type IcsEvent, type IcsStatus, toIcs } from './ics.ts';
export { type IcsTime, icsSeries } from './ics-series.ts';
export { formatInWords } from './in-words.ts';
export { addFormatLanguage, type FormatLanguage, formatLang, formatLanguage } from './language.ts';
export { breton } from './languages/breton.ts';
export { english } from './languages/english.ts';
export { elided, french } from './languages/french.ts';
export { formatList } from './list.ts';
export { fillMessage, type Message, type MessageParams } from './message.ts';
export { formatNumber, MINUS, NO_BREAK } from './number.ts';
export { frenchOrganisation } from './organisation-name.ts';
export { formatFigureDate, formatMeasured, formatStockDate, periodInWords } from './period.ts';
export { type Plurals } from './plural.ts';
export {
  formatChange,
  formatCount,
  formatQuantity,
  formatValue,
  quantityParts,
  type ValuePartsOptions,
  valueParts,
} from './quantity.ts';
export { citation, figureSentence, figureWords, isFileName, type Stated } from './sentence.ts';
export { sentenceLang, sentenceWords } from './sentence-words.ts';
export { formatTime } from './time.ts';
export { unitWord } from './units.ts';
export { formatWeekday, weekdayName } from './weekday.ts';
