/** The workbook of a year: made of last year's data, and read into the job that makes the data of the year. */
import { type CommuneTable, createPlacer } from '../geo/index.ts';
import { collectionNames, type Dataset, type Manifest } from '../model/index.ts';
import {
  type Fields,
  type FileBeside,
  findingsOn,
  type PrepareJob,
  type RawCollections,
  type ReadDocument,
  type RefusalText,
  type RefusedAt,
} from '../prepare/index.ts';
import { gridNamed, type YearBook, type YearFile, yearBookFiles } from './book.ts';
import { checklistGrid } from './checklist.ts';
import { isFixed } from './choices.ts';
import { coverageGrid, coverageOf } from './coverage.ts';
import { type FilledWorkbook, readFilled } from './filled.ts';
import { BOX, type ColumnLook, type Grid } from './grid.ts';
import { type CellProblem, firstRows } from './rows.ts';
import { README_SHEET, readmeGrid, readSettings, type Settings } from './settings.ts';
import { type Column, type Sheet, sheetsFor } from './tables.ts';
import { textsGrid } from './texts.ts';
import { createDraft, type Draft, inYear, lastYearOf, type YearData } from './year-data.ts';
import { yearDocument, yearManifest, yearReport } from './year-manifest.ts';

/** Data of last year, as a workbook needs them. */
interface LastYear {
  readonly dataset: Dataset;
  /** Its records as they are written. */
  readonly records: RawCollections;
  readonly table: CommuneTable | null;
  readonly report: ReadDocument | null;
}

const draftOf = ({ dataset, records, table }: LastYear, year: string): Draft =>
  createDraft(dataset, records, year, table && createPlacer(table));

/**
 * Returns the files of the workbook in which a year is entered: `annee-2025.xlsx`, then its sheets as CSV.
 * @param from address of last year's data, as the workbook keeps it
 */
export function newWorkbook(last: LastYear, year: string, from: string): Promise<readonly [YearFile, ...YearFile[]]> {
  const { dataset, table, report } = last;
  const data = draftOf(last, year);
  const sheets = sheetsFor(data);
  const parts = coverageGrid(sheets, data);
  const texts = report && textsGrid(report.written, data);
  const grids = [
    readmeGrid(data, from),
    ...sheets.map((sheet) => sheetGrid(sheet, data)),
    ...(parts ? [parts] : []),
    ...(texts ? [texts] : []),
    checklistGrid(data, findingsOn(dataset, null, table ? { communes: table } : {})),
  ];
  return yearBookFiles(`annee-${year}`, grids, data);
}

/** Returns the sheet of a collection: its box, its headings, and the rows that it begins with. */
function sheetGrid(sheet: Sheet, data: YearData): Grid {
  const columns = sheet.columns(data);
  const headings = columns.map(({ heading }) => heading);
  const hasBox = sheet.claims.length > 0;
  return {
    name: sheet.name,
    rows: [...(hasBox ? [[BOX, 'non']] : []), headings, ...firstRows(sheet, data)],
    columns: columns.map(gridColumn),
    head: hasBox ? 2 : 1,
    isOpen: true,
    ...(hasBox ? { boxes: [{ row: 0, column: 1, list: 'yes-no' }] } : {}),
  };
}

const gridColumn = ({ kind, list, width = 24, field }: Column): ColumnLook => ({
  width,
  ...(list ? { list, isStrict: isFixed(list) && kind !== 'choices' && field !== '@unit' } : {}),
  ...(kind === 'shown' || field === 'id' || (field === '@from' && !list) ? { isShown: true } : {}),
});

/** Settings of a workbook, and what is wrong with them. */
export const settingsIn = (book: YearBook): ReturnType<typeof readSettings> =>
  readSettings(gridNamed(book, README_SHEET));

/** Returns why a workbook is none of some data: of another year, or of another data set; null where it is. */
export function yearMismatch(
  { year, dataset }: Pick<Settings, 'year' | 'dataset'>,
  manifest: Manifest,
): RefusedAt | null {
  const before = lastYearOf(manifest);
  const at = (rule: string, said: RefusalText): RefusedAt => ({ rule, sheet: README_SHEET, said });
  if (!/^\d{4}$/.test(year) || year <= before) {
    return at('year', {
      fr: `l’année de la feuille «\u202fLisez-moi\u202f» est «\u202f${year}\u202f», les données de l’an dernier sont de ${before}`,
      en: `the year of the sheet “Lisez-moi” is "${year}", last year’s data are of ${before}`,
    });
  }
  if (dataset === '' || dataset === manifest.id) return null;
  return at('dataset', {
    fr: `ce classeur a été fait à partir du jeu de données «\u202f${dataset}\u202f», et celui-ci est «\u202f${manifest.id}\u202f»`,
    en: `this workbook was made of the data set "${dataset}", and this one is "${manifest.id}"`,
  });
}

/** A workbook as it was read into last year's data. */
export interface YearRead {
  readonly filled: FilledWorkbook;
  readonly draft: Draft;
  /** Cells to be corrected: while there are any, the year cannot be prepared. */
  readonly problems: readonly CellProblem[];
  /**
   * Returns the job of the year.
   * @param beside files that last year's manifest names, but for its measures and its story
   */
  readonly job: (beside: readonly FileBeside[], story: PrepareJob['story']) => PrepareJob;
}

/** @param today day of the clock, `YYYY-MM-DD` */
export function readYear(book: YearBook, last: LastYear, today: string): YearRead {
  const { dataset, table, report } = last;
  const { manifest } = dataset;
  const { settings, problems: unread } = settingsIn(book);
  const draft = draftOf(last, settings.year);
  const document = yearDocument(draft, settings);
  const filled = readFilled(book, draft, document.id, report?.written ?? null);
  const isStated = filled.reader.added.length > 0;
  const next = (): Fields | null =>
    report && yearReport(report.written, isStated ? document.id : null, draft, filled.texts);
  return {
    filled,
    draft,
    problems: [...unread, ...future(settings.updated, today), ...filled.problems],
    job: (beside, story) => {
      const updated = settings.updated || dayOf(filled, manifest.updated, today);
      const documents = { ...manifest.documents, ...(isStated ? { [document.id]: document.document } : {}) };
      const written = next();
      return {
        dataset,
        table,
        records: collectionNames
          .map((name) => [name, draft.list(name)] as const)
          .filter(([name, list]) => list.length > 0 || manifest.collections[name] !== undefined),
        head: yearManifest(draft, settings, updated, documents),
        coverage: coverageOf(sheetsFor(draft), draft, filled.answers),
        beside,
        report,
        story,
        next: { report: written && { document: written, href: inYear(manifest.report ?? '', draft) } },
      };
    },
  };
}

/** Returns the day of the data: today, unless the workbook says nothing that last year’s data did not say. */
function dayOf({ reader, answers }: FilledWorkbook, before: string, today: string): string {
  const news = reader.added.length + reader.changed.length + answers.sheets.size + answers.parts.size;
  return news > 0 && today > before ? today : before;
}

const future = (updated: string, today: string): readonly CellProblem[] =>
  updated <= today
    ? []
    : [
        {
          rule: 'future',
          sheet: README_SHEET,
          line: 1,
          heading: 'Données arrêtées au',
          value: updated,
          said: {
            fr: `ce jour n’est pas encore passé\u202f: au plus tard aujourd’hui, ${today}`,
            en: `this day has not come yet: today, ${today}, at the latest`,
          },
        },
      ];
