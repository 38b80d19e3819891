/** Says more of findings than their readers do: every mistake of a record, its file and its line. */

import { linesIn, type TableRows } from '@ess-widgets/core/data';
import { collectionSchemas, type Dataset, type Finding, type FindingPlace } from '@ess-widgets/core/model';
import { mismatches } from '../dataset/mismatches.ts';
import type { CommandFetch } from '../dataset/read.ts';
import { type RawFile, type RawRecord, rawRecordAt, rawRecordName, readRaw } from './raw-file.ts';

/**
 * Returns the findings of rules in the terms of a table: with lines and columns, remedies for a spreadsheet, and
 * without the duplicates that the reader of the table has already reported.
 */
export function ofTable(findings: readonly Finding[], issues: readonly Finding[], rows: TableRows): readonly Finding[] {
  const told = new Set(
    issues.flatMap(({ rule, where }) => (rule === 'duplicate' ? [...(where.lines ?? [where.line])] : [])),
  );
  const isTold = ({ rule, expected = '' }: Finding): boolean => {
    if (rule !== 'duplicates') return false;
    // The others of one name, each with its id: "Une coop (une-coop-brest)".
    const others = [...expected.matchAll(/\(([^()]+)\)(?=, |$)/g)].map(([, other = '']) => rows.lines.get(other));
    return others.length > 0 && others.every((line) => told.has(line));
  };
  return grouped(findings.filter((finding) => !isTold(finding)).map((finding) => inTable(withRemedy(finding), rows)));
}

/** Number of different messages of one group that are printed; its finding has all lines. */
const TOLD = 3;

/** Makes the remarks of one rule on one column of a table one finding with its lines, as the reader of the table does. */
function grouped(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const [at, finding] of findings.entries()) {
    const { rule, severity, certainty, where } = finding;
    const key = where.line === undefined ? String(at) : [rule, severity, certainty, where.field].join();
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => (group.length === 1 ? group : [oneOf(group)]));
}

function oneOf(group: readonly Finding[]): Finding {
  const sorted = [...group].sort((a, b) => (a.where.line ?? 0) - (b.where.line ?? 0));
  const [first] = sorted as [Finding];
  const lines = [...new Set(sorted.flatMap(({ where }) => where.line ?? []))];
  const { id: _id, ...where } = first.where;
  const message = (language: 'fr' | 'en'): string => {
    const texts = [...new Set(sorted.map(({ message: { fr, [language]: text = fr } }) => text))];
    const more = texts.length > TOLD ? ['…'] : [];
    const start = `${linesIn(language, lines)}${language === 'fr' ? '\u202f' : ''}:`;
    return [start, ...texts.slice(0, TOLD), ...more].join('\n');
  };
  return {
    ...first,
    where: { ...where, ...(lines.length > 1 ? { lines } : {}) },
    found: [...new Set(sorted.map(({ found }) => found))].slice(0, VALUES).join(', '),
    message: { fr: message('fr'), en: message('en') },
  };
}

/** Values that a group has. */
const VALUES = 20;

/** Remedies of rules that name records and fields, and the same for a spreadsheet. */
const REMEDIES: readonly (readonly [string, string])[] = [
  [
    'gardez une seule fiche et mettez l’autre nom dans «\u202faliases\u202f».',
    'gardez une seule ligne et mettez l’autre nom dans une colonne «\u202fSigle\u202f».',
  ],
  ['keep one record and put the other name in "aliases".', 'keep one row and put the other name in a column "Alias".'],
  ['Corrigez la position ou le territoire.', 'Corrigez les coordonnées ou la commune.'],
  ['Correct the position or the territory.', 'Correct the coordinates or the commune.'],
  ['Relisez la date dans le document.', 'Relisez la date.'],
  ['Read the date again in the document.', 'Read the date again.'],
  // A table has no manifest: it is as old as its file.
  ['\u202f; si elle est juste, mettez à jour «\u202fupdated\u202f» dans le manifeste.', '.'],
  ['; if it is right, bring "updated" of the manifest up to date.', '.'],
];

function withRemedy(finding: Finding): Finding {
  const inWords = (text: string): string => REMEDIES.reduce((said, [json, table]) => said.replace(json, table), text);
  const { fr, en } = finding.message;
  return {
    ...finding,
    message: { ...finding.message, fr: inWords(fr), ...(en === undefined ? {} : { en: inWords(en) }) },
  };
}

/** Returns the finding on a record of a table, with its line and the header of its column. */
function inTable(finding: Finding, { lines, columns }: TableRows): Finding {
  const { collection, id = '', field = '' } = finding.where;
  // A membership is named after its network and its organisation.
  const organisation = collection === 'memberships' ? id.slice(id.indexOf('/') + 1) : id;
  const line = collection === 'organisations' || collection === 'memberships' ? lines.get(organisation) : undefined;
  if (line === undefined) return finding;
  return { ...finding, where: { ...finding.where, line, ...(field === '' ? {} : { field: columns[field] ?? field }) } };
}

/** Number of mistakes of form that are printed one by one. */
const DETAILED = 100;

/** Returns the findings with all that can be said of where they are. */
export async function refine(
  findings: readonly Finding[],
  dataset: Dataset | null,
  src: string,
  fetch: CommandFetch,
): Promise<readonly Finding[]> {
  const filed = findings.map((finding) => withFile(finding, dataset, src));
  const files = new Set(filed.filter(({ where }) => where.line === undefined).flatMap(({ where }) => where.file ?? []));
  const raw = new Map<string, RawFile>();
  for (const url of [...files].filter((each) => isJson(each))) {
    const file = await readRaw(url, fetch);
    if (file) raw.set(url, file);
  }
  const fileOf = ({ where }: Finding): RawFile | undefined => raw.get(where.file ?? '');
  const expanded = filed.flatMap((finding) => everyMistake(finding, fileOf(finding)));
  return withLines(expanded, fileOf);
}

/** Lists and calendars say their lines themselves. */
const isJson = (url: string): boolean => !/\.(csv|tsv|txt|xls[xm]|ics)$/i.test(url.split(/[?#]/, 1)[0] ?? '');

function withFile(finding: Finding, dataset: Dataset | null, src: string): Finding {
  const { where } = finding;
  // Rules report on the manifest without knowing the name of its file.
  if (where.file === 'manifest.json') return { ...finding, where: { ...where, file: src } };
  if (where.file !== undefined) return finding;
  const href = where.collection && dataset?.manifest.collections[where.collection]?.href;
  const file = href === undefined || href === '' || !dataset ? src : new URL(href, dataset.base).href;
  return { ...finding, where: { file, ...where } };
}

/**
 * Returns a finding for every mistake: a reader names only the first mistake of a record, or the first record of a
 * file.
 */
function everyMistake(finding: Finding, file: RawFile | undefined): readonly Finding[] {
  const { rule, where } = finding;
  const { collection } = where;
  if (rule !== 'schema' || !file || collection === undefined) return [finding];
  const { field: _first, id: _id, ...place } = where;
  const one = rawRecordAt(finding, file);
  const records = one ? [one] : where.id === undefined ? file.all(collection) : [];
  const found = records.flatMap((record) => mistakesOf(record, { ...place, collection }));
  return found.length > 0 ? found : [finding];
}

function mistakesOf(record: RawRecord, place: FindingPlace): readonly Finding[] {
  const schema = Object.entries(collectionSchemas).find(([name]) => name === place.collection)?.[1];
  const result = schema?.safeParse(record.value);
  if (!result || result.success) return [];
  const id = rawRecordName(record);
  // A word of a later release is kept: it is no mistake.
  const isOpen = ({ expected = '', found }: Finding): boolean =>
    expected.endsWith('| "other"') && found.startsWith('"');
  return mismatches(result.error, record.value, { ...place, id })
    .filter((each) => !isOpen(each))
    .map((each) => withSubject(each, id));
}

function withSubject(finding: Finding, id: string): Finding {
  const { collection } = finding.where;
  const { fr, br = fr, en = fr } = finding.message;
  const subject = `${collection} «\u202f${id}\u202f»`;
  return {
    ...finding,
    message: {
      fr: `${subject}\u202f: fiche laissée de côté, ${fr}`,
      br: `${subject}\u202f: lezet er-maez, ${br}`,
      en: `${collection} "${id}" is left out: ${en}`,
    },
  };
}

/** Paths of the value that a finding is about, from the field to its record. */
function pathsOf(finding: Finding, file: RawFile): readonly string[] {
  const { field, collection } = finding.where;
  const record = rawRecordAt(finding, file)?.path;
  const start = record ?? (collection === undefined ? '' : `collections.${collection}`);
  const keys = field === undefined ? [] : field.split('.');
  const whole = start === '' ? keys : [start, ...keys];
  return whole.map((_key, index) => whole.slice(0, whole.length - index).join('.'));
}

function withLines(
  findings: readonly Finding[],
  fileOf: (finding: Finding) => RawFile | undefined,
): readonly Finding[] {
  const wanted = new Map<RawFile, Set<string>>();
  const paths = findings.map((finding) => {
    const file = finding.where.line === undefined ? fileOf(finding) : undefined;
    if (!file) return [];
    const of = pathsOf(finding, file);
    const all = wanted.get(file) ?? new Set<string>();
    for (const path of of) all.add(path);
    wanted.set(file, all);
    return of;
  });
  const lines = new Map([...wanted].map(([file, set]) => [file, file.lines(set)]));
  return findings.map((finding, index) => {
    const file = fileOf(finding);
    const known = file && lines.get(file);
    const line = paths[index]?.map((path) => known?.get(path)).find((each) => each !== undefined);
    return line === undefined ? finding : { ...finding, where: { ...finding.where, line } };
  });
}

/** Keeps at most a hundred mistakes of form, and counts the rest. Findings of rules are never cut. */
export function capped(findings: readonly Finding[]): readonly Finding[] {
  const forms = findings.filter(({ rule }) => rule === 'schema');
  const rest = forms.slice(DETAILED);
  if (rest.length === 0) return findings;
  const left = new Set(rest);
  const more: Finding = {
    rule: 'more',
    severity: 'error',
    certainty: 'certain',
    where: {},
    found: String(rest.length),
    message: {
      fr: `${rest.length} autres erreurs de forme ne sont pas détaillées.`,
      en: `${rest.length} more mistakes of form are not detailed.`,
    },
  };
  return [...findings.filter((finding) => !left.has(finding)), more];
}
