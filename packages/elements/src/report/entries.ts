/** Rows of the data of a report, in the words of its reader. */
import { entriesOf } from '@ess-widgets/core/charts';
import { formatCount, periodInWords } from '@ess-widgets/core/format';
import { labelPart } from '@ess-widgets/core/indicators';
import {
  type Dataset,
  figuresOf,
  type Report,
  resolveText,
  sectionOfIndicators,
  sectionsOf,
} from '@ess-widgets/core/model';
import { absolute } from '../base/data-controller.ts';
import { data } from '../texts/data.fr.ts';
import { details } from '../texts/details.fr.ts';
import { report as reportTexts } from '../texts/report.fr.ts';
import { table } from '../texts/table.fr.ts';
import type { Localized, MessageKey } from '../texts/texts.ts';
import { wordOf } from '../views/record-word.ts';

/** Texts that the rows are written with. */
export const entryTexts = [table, data, details, reportTexts];

/** Data and document that the rows are made of. */
export interface EntriesContext {
  readonly dataset: Dataset;
  readonly report: Report;
  /** Returns the address of a section; an empty text for none. */
  readonly href: (section: string) => string;
}

/** Returns the rows of the data of a report. */
export function entriesIn({ dataset, report, href }: EntriesContext, m: Localized): ReturnType<typeof entriesOf> {
  const { documents } = dataset.manifest;
  const sections = sectionOfIndicators(report);
  const kept = new Map(
    sectionsOf(report).flatMap(({ section }) =>
      section.blocks
        .flatMap(figuresOf)
        .map(({ indicator, where = '' }) => [`${indicator} ${where}`, section.id] as const),
    ),
  );
  const addresses = new Map(
    sectionsOf(report).flatMap(({ section: { id } }) => (href(id) ? [[id, absolute(href(id))] as const] : [])),
  );
  const hasSeveral = Object.keys(documents).length > 1;
  return entriesOf(dataset, {
    ...{ lang: m.lang, report },
    href: (section) => addresses.get(section),
    kindWord: (kind) => m.text(`kind_${kind}`),
    place: (section, page, document = '') => {
      const title = hasSeveral && documents[document]?.title;
      const name = title ? [resolveText(title, m.lang).text] : [];
      // The number of the opening is one that no reader knows.
      const number = section === report.opening?.id ? '' : section;
      return [...name, number, ...(page === null ? [] : [m.text('dataPage', { page })])].filter(Boolean).join(', ');
    },
    sectionOf: ({ indicator, where = '' }) => kept.get(`${indicator} ${where}`) ?? sections.get(indicator),
    part: (dimension, id) => resolveText(labelPart(dataset, dimension, id).label, m.lang).text,
    word: (value, field) => wordOf(value, field, m),
    under: (field, value) => {
      const key = `col_${field}` as MessageKey;
      return m.has(key) ? m.text('dataUnder', { name: m.text(key), value }) : value;
    },
    printed: (printed) => m.text('reportPrinted', { printed }),
    amount: (quantity) => formatCount(quantity, m.lang),
    day: (period) => periodInWords(period, m.lang),
  });
}
