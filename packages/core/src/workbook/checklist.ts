/** The sheet « À vérifier »: what last year's data leave open, for whoever fills in the workbook. */
import { formatPeriod } from '../format/index.ts';
import type { Finding } from '../model/index.ts';
import { isUnknownIndicator } from '../prepare/index.ts';
import { isPlan } from './choices.ts';
import type { Grid } from './grid.ts';
import { SHEETS } from './tables.ts';
import { type Fields, fieldAt, recordTitle, spanAt, textAt, type YearData } from './year-data.ts';

/** Name of the sheet. */
export const CHECKLIST_SHEET = 'À vérifier';

const HEADINGS = ['Quoi', 'Feuille', 'Fiche', 'Ce qui est à voir', 'Section', 'Page'] as const;

/** Findings that a sheet lists; more would not be read. */
const MOST = 300;

const sheetName = (collection: string | undefined): string =>
  SHEETS.find((sheet) => sheet.collection === collection || sheet.beside?.collection === collection)?.name ?? '';

const row = (
  what: string,
  collection: string | undefined,
  record: Fields | undefined,
  said: string,
): readonly string[] => [
  what,
  sheetName(collection),
  record ? recordTitle(record) : '',
  said,
  textAt(record, 'source.section'),
  String(fieldAt(record, 'source.page') ?? ''),
];

/** Returns the sheet of what is to be looked at. @param findings those of the checks on last year's data */
export function checklistGrid(data: YearData, findings: readonly Finding[]): Grid {
  const rows = [...plans(data), ...ofChecks(data, findings), ...withoutPlace(data), ...revisions(data)];
  return {
    name: CHECKLIST_SHEET,
    rows: [HEADINGS, ...rows],
    columns: [18, 22, 40, 80, 10, 7].map((width) => ({ width, isShown: true })),
    head: 1,
  };
}

/** Returns what was announced until the end of the year. */
function plans(data: YearData): readonly (readonly string[])[] {
  const dated = [
    ['events', 'date'],
    ['meetings', 'date'],
    ['projects', 'period'],
    ['missions', 'period'],
    ['observations', 'period'],
  ] as const;
  return dated.flatMap(([name, path]) =>
    data
      .list(name)
      .filter((record) => isPlan(record) && (spanAt(record, path)?.first ?? '') <= `${data.year}-12-31`)
      .map((record) => {
        const body = data.find('bodies', textAt(record, 'body'));
        const when = textAt(record, path);
        const said = when ? formatPeriod(when, 'fr') : 'sans date';
        const named = body ? { ...record, title: { fr: recordTitle(body) } } : record;
        return row('Prévu', name, named, `${said}\u202f: tenu, annulé ou reporté\u202f?`);
      }),
  );
}

const GRAVITY: Readonly<Record<Finding['severity'], string>> = {
  error: 'Erreur',
  warning: 'À vérifier',
  info: 'À savoir',
};

function ofChecks(data: YearData, findings: readonly Finding[]): readonly (readonly string[])[] {
  const grave = findings.filter(({ severity }) => severity !== 'info');
  // Each indicator that nobody knows is told, whatever else there is.
  const unknown = grave.filter(isUnknownIndicator);
  const others = grave.filter((finding) => !isUnknownIndicator(finding));
  return [...unknown, ...others.slice(0, MOST)].map(({ severity, where, message }) => {
    const list = data.list((where.collection ?? '') as Parameters<YearData['list']>[0]);
    const record = list.find((each) => textAt(each, 'id') === where.id);
    return row(GRAVITY[severity], where.collection, record, message.fr);
  });
}

/** Returns the members and the events that no map shows. */
function withoutPlace(data: YearData): readonly (readonly string[])[] {
  const said = 'sans commune\u202f: la carte ne le montre pas';
  const members = data
    .list('memberships')
    .filter(({ end, network }) => !end && network === data.manifest.network)
    .flatMap(({ organisation }): readonly Fields[] => {
      const found = data.find('organisations', String(organisation));
      return found ? [found] : [];
    });
  const events = data.list('events').filter(({ online, status }) => !online && status === 'planned');
  return [
    ...members.filter(({ position }) => !position).map((record) => row('Sans lieu', 'memberships', record, said)),
    ...events.filter(({ position }) => !position).map((record) => row('Sans lieu', 'events', record, said)),
  ];
}

/** Returns the figures that were published as partial, or that correct others, each with its reason. */
function revisions(data: YearData): readonly (readonly string[])[] {
  return data.list('observations').flatMap((record): readonly (readonly string[])[] => {
    const partial = textAt(record, 'quantity.partial');
    if (partial) return [row('Révision', 'observations', record, `publié incomplet\u202f: ${partial}`)];
    const corrects = Array.isArray(record['corrects']) ? record['corrects'].map(String) : [];
    if (corrects.length === 0) return [];
    const former = corrects
      .map((id) => data.find('observations', id))
      .flatMap((each) => (each ? [recordTitle(each)] : []));
    return [
      row(
        'Révision',
        'observations',
        record,
        `corrige «\u202f${(former.length ? former : corrects).join(', ')}\u202f»`,
      ),
    ];
  });
}
