/** The sheet « Lisez-moi »: five sentences, and what the whole workbook is about. */

import { normalise } from '../data/index.ts';
import { plainCell, readPeriod } from './cells.ts';
import type { Grid, ReadGrid } from './grid.ts';
import type { CellProblem } from './rows.ts';
import { inYear, type YearData } from './year-data.ts';

/** Name of the sheet. */
export const README_SHEET = 'Lisez-moi';

/** What the sheet says of the workbook. */
export interface Settings {
  /** Address of last year's data, as `year` was given it or from the folder of the workbook. */
  readonly from: string;
  readonly year: string;
  readonly dataset: string;
  readonly title: string;
  /** Days; empty where nobody has filled them in. */
  readonly updated: string;
  readonly nextUpdate: string;
  readonly documentTitle: string;
  readonly documentDate: string;
  readonly documentHref: string;
}

/** Settings by their label, in the order of the sheet. */
const LABELS: Readonly<Record<keyof Settings, string>> = {
  year: 'Année',
  title: 'Titre du jeu de données',
  updated: 'Données arrêtées au (vide\u202f: aujourd’hui)',
  nextUpdate: 'Prochaine mise à jour (facultatif)',
  documentTitle: 'Document de l’année',
  documentDate: 'Date de ce document (facultatif)',
  documentHref: 'Adresse de ce document (facultatif)',
  from: 'Données de l’an dernier (ne pas changer)',
  dataset: 'Jeu de données (ne pas changer)',
};

const DAYS: readonly (keyof Settings)[] = ['updated', 'nextUpdate', 'documentDate'];

const SENTENCES: readonly string[] = [
  'Remplissez les feuilles dans l’ordre que vous voulez\u202f: une ligne par chose, et une cellule vide pour ce que vous ne savez pas, jamais 0.',
  'Ce qui continue est déjà écrit, et les chiffres de l’an dernier sont à côté des cellules à remplir\u202f: une ligne laissée telle quelle ne change rien.',
  'Une flèche à droite d’une cellule donne les valeurs permises\u202f; quand une cellule en prend plusieurs, séparez-les par un point-virgule, et ne touchez pas aux colonnes «\u202fRepère\u202f» et «\u202fD’après\u202f», sauf pour vider le repère d’une ligne copiée.',
  'Répondez «\u202foui\u202f» à «\u202fListe complète\u202f?\u202f» seulement si rien ne manque dans la feuille\u202f: les lignes sont alors comptées, sinon elles disent «\u202fau moins\u202f».',
  'N’écrivez aucun nom de personne\u202f: les personnes sont comptées, jamais nommées.',
];

const HEAD: readonly string[] = ['Réglage', 'Valeur'];

/** Returns the sheet, filled in as far as last year's data tell. */
export function readmeGrid(data: YearData, from: string): Grid {
  const values: Readonly<Record<keyof Settings, string>> = {
    year: data.year,
    title: inYear(data.manifest.title.fr, data),
    updated: '',
    nextUpdate: '',
    documentTitle: `Rapport d’activité ${data.year}`,
    documentDate: '',
    documentHref: '',
    from,
    dataset: data.manifest.id,
  };
  const settings = Object.entries(LABELS).map(([key, label]) => [label, values[key as keyof Settings]]);
  const rows = [...SENTENCES.map((sentence) => [sentence]), [], HEAD, ...settings];
  return { name: README_SHEET, rows, columns: [{ width: 90 }, { width: 60 }], head: SENTENCES.length + 2 };
}

/** Reads the sheet. @returns the settings, and what is wrong with them */
export function readSettings(grid: ReadGrid | undefined): {
  readonly settings: Settings;
  readonly problems: readonly CellProblem[];
} {
  const problems: CellProblem[] = [];
  const valueOf = (key: keyof Settings): string => {
    // Explanations in brackets may change from one release to the next.
    const wanted = normalise(LABELS[key].replace(/\s*\(.*$/, ''));
    const row = grid?.rows.find(({ cells }) => normalise((cells[0]?.text ?? '').replace(/\s*\(.*$/, '')) === wanted);
    const cell = row?.cells[1];
    const text = plainCell(cell?.text ?? '');
    if (!row || !cell || text === '' || !DAYS.includes(key)) return text;
    try {
      const day = readPeriod(cell);
      if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
    } catch {
      // Said below, as for a month or a year.
    }
    problems.push({
      rule: 'day',
      sheet: README_SHEET,
      line: row.line,
      heading: 'Valeur',
      value: text,
      said: { fr: 'attendu\u202f: un jour, comme 12/03/2026', en: 'expected: a day, such as 12/03/2026' },
    });
    return '';
  };
  const settings = Object.fromEntries(
    Object.keys(LABELS).map((key) => [key, valueOf(key as keyof Settings)]),
  ) as unknown as Settings;
  return { settings, problems };
}
