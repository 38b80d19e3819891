/** Findings on the records of a data set. */
import type * as z from 'zod/mini';
import type { Finding, Text } from '../../../model/index.ts';
import { createFindings } from '../findings.ts';
import { mismatchOf } from '../mismatch.ts';
import { excerpt } from '../values.ts';

/** A record in its file. */
export interface RecordPlace {
  readonly file: string;
  readonly collection: string;
  readonly id: string;
}

/** Something wrong with the data, as met. */
export type DataProblem =
  | { readonly kind: 'schema'; readonly place: RecordPlace; readonly error: z.core.$ZodError; readonly raw: unknown }
  | { readonly kind: 'duplicate'; readonly place: RecordPlace }
  | { readonly kind: 'emptied'; readonly place: RecordPlace; readonly field: string; readonly value: unknown }
  | {
      readonly kind: 'word';
      readonly place: RecordPlace;
      readonly field: string;
      readonly value: unknown;
      /** The words that this release knows. */
      readonly known: readonly unknown[];
    }
  | {
      readonly kind: 'count';
      readonly file: string;
      readonly collection: string;
      readonly found: number;
      readonly expected: number;
    }
  | { readonly kind: 'measures'; readonly file: string; readonly found: string; readonly expected?: string }
  /** `found` is the status that the server answered. */
  | { readonly kind: 'no-measures'; readonly file: string; readonly found: string };

/**
 * Returns the findings of a file's problems; beyond a hundred, they are counted.
 * @param notices remarks of its manifest, which come first
 */
export function findingsOf(
  problems: readonly DataProblem[],
  file: string,
  notices: readonly Text[] = [],
): readonly Finding[] {
  const findings = createFindings(file);
  for (const message of notices)
    findings.add({
      rule: 'notice',
      severity: 'warning',
      certainty: 'certain',
      where: { file },
      found: message.fr,
      message,
    });
  for (const problem of problems) findings.add(problemFinding(problem));
  return findings.list();
}

/** Returns the finding of a problem. */
export function problemFinding(problem: DataProblem): Finding {
  switch (problem.kind) {
    case 'schema':
      return schemaFinding(problem.place, problem.error, problem.raw);
    case 'duplicate':
      return duplicateFinding(problem.place);
    case 'emptied':
      return emptiedFinding(problem.place, problem.field, problem.value);
    case 'word':
      return wordFinding(problem);
    case 'count':
      return countFinding(problem);
    case 'measures':
      return measuresFinding(problem);
    case 'no-measures':
      return noMeasuresFinding(problem);
  }
}

const CERTAIN = { certainty: 'certain' } as const;

const subjectOf = ({ collection, id }: RecordPlace) => ({
  fr: `${collection} «\u202f${id}\u202f»`,
  en: `${collection} "${id}"`,
});

function schemaFinding(place: RecordPlace, error: z.core.$ZodError, raw: unknown): Finding {
  const { path, found, expected, said } = mismatchOf(error, raw);
  const subject = subjectOf(place);
  return {
    rule: 'schema',
    severity: 'error',
    ...CERTAIN,
    where: path === '' ? place : { ...place, field: path },
    found,
    expected: expected.en,
    message: {
      fr: `${subject.fr}\u202f: fiche laissée de côté, ${said.fr}.`,
      br: `${subject.fr}\u202f: lezet er-maez, ${said.br}.`,
      en: `${subject.en} is left out: ${said.en}.`,
    },
  };
}

function duplicateFinding(place: RecordPlace): Finding {
  const subject = subjectOf(place);
  return {
    rule: 'duplicate-id',
    severity: 'error',
    ...CERTAIN,
    where: { ...place, field: 'id' },
    found: place.id,
    message: {
      fr: `${subject.fr}\u202f: fiche laissée de côté, cet identifiant est déjà pris.`,
      br: `${subject.fr}\u202f: lezet er-maez, kemeret eo an anv-se dija.`,
      en: `${subject.en} is left out: this id is already taken.`,
    },
  };
}

const DEGREES = { fr: '«\u202flon\u202f» et «\u202flat\u202f» en degrés', en: '"lon" and "lat" in degrees' };
const HOUR = { fr: 'une heure comme 2026-03-10T18:30:00+01:00', en: 'an hour such as 2026-03-10T18:30:00+01:00' };

function emptiedFinding(place: RecordPlace, field: string, value: unknown): Finding {
  const found = excerpt(value);
  const subject = subjectOf(place);
  const expected = field === 'position' ? DEGREES : HOUR;
  return {
    rule: field === 'position' ? 'position' : 'time',
    severity: 'warning',
    ...CERTAIN,
    where: { ...place, field },
    found,
    message: {
      fr: `${subject.fr}\u202f: ${field} vaut ${found}, ce qui n’est pas possible. Le champ est laissé vide\u202f; attendu\u202f: ${expected.fr}.`,
      en: `${subject.en}: ${field} is ${found}, which cannot be. The field is left empty; expected: ${expected.en}.`,
    },
  };
}

function wordFinding({ place, field, value, known }: Extract<DataProblem, { kind: 'word' }>): Finding {
  const found = excerpt(value);
  const subject = subjectOf(place);
  const expected = known.map((word) => JSON.stringify(word)).join(' | ');
  return {
    rule: 'unknown-word',
    severity: 'warning',
    ...CERTAIN,
    where: { ...place, field },
    found,
    expected,
    message: {
      fr: `${subject.fr}\u202f: ${field} vaut ${found}, un mot que cette version ne connaît pas (attendu\u202f: ${expected}). La fiche est gardée, avec «\u202fautre\u202f».`,
      en: `${subject.en}: ${field} is ${found}, a word that this release does not know (expected: ${expected}). The record is kept, with "other".`,
    },
  };
}

function countFinding({ file, collection, found, expected }: Extract<DataProblem, { kind: 'count' }>): Finding {
  const [s, records] = found > 1 ? ['s', 'records'] : ['', 'record'];
  const fr = `${collection}\u202f: ${found} fiche${s} reçue${s}, ${expected} d’après le «\u202fcount\u202f» du manifeste. L’un des deux fichiers est ancien.`;
  const en = `${collection}: ${found} ${records} received, ${expected} announced by the "count" of the manifest. One of the two files is old.`;
  return {
    rule: 'count',
    severity: 'warning',
    ...CERTAIN,
    where: { file, collection },
    found: String(found),
    expected: String(expected),
    message: { fr, en },
  };
}

function noMeasuresFinding({ file, found }: Extract<DataProblem, { kind: 'no-measures' }>): Finding {
  return {
    rule: 'missing-file',
    severity: 'warning',
    ...CERTAIN,
    where: { file },
    found,
    message: {
      fr: `Le fichier des indicateurs préparés n’est pas là (${found})\u202f: chaque page les calcule.`,
      br: `N’emañ ket ar restr gant ar merkerioù prientet (${found})\u202f: jedet e vezont gant pep pajenn.`,
      en: `The file of prepared indicators is not there (${found}): every page computes them.`,
    },
  };
}

function measuresFinding({ file, found, expected }: Extract<DataProblem, { kind: 'measures' }>): Finding {
  return {
    rule: 'measures',
    severity: 'info',
    ...CERTAIN,
    where: { file },
    found,
    ...(expected === undefined ? {} : { expected }),
    message: {
      fr: `Les indicateurs préparés ne correspondent pas aux données (${found})\u202f: ils sont recalculés.`,
      en: `The prepared indicators do not match the data (${found}): they are computed again.`,
    },
  };
}
