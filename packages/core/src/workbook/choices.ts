/** Lists of allowed values: each has an id, which the data hold, and a French label, which the workbook shows. */

import { normalise } from '../data/index.ts';
import { unitWord } from '../format/index.ts';
import { type CollectionName, editDistance, isCollection, UNITS } from '../model/index.ts';
import { writePeriod } from './periods.ts';
import { type Draft, type Fields, recordTitle, textAt, type YearData } from './year-data.ts';

/** One allowed value. */
interface Choice {
  readonly id: string;
  readonly label: string;
}

/** French words of the values that the model itself defines, by list. */
const WORDS = {
  'yes-no': { true: 'oui', false: 'non' },
  'seat-role': {
    chair: 'présidence',
    'vice-chair': 'vice-présidence',
    secretary: 'secrétariat',
    treasurer: 'trésorerie',
    member: 'membre',
    observer: 'observation',
  },
  'event-status': { held: 'tenu', planned: 'prévu', cancelled: 'annulé', postponed: 'reporté', full: 'complet' },
  'meeting-status': { held: 'tenue', planned: 'prévue', cancelled: 'annulée' },
  'project-status': { held: 'réalisé', planned: 'prévu', cancelled: 'annulé' },
  'mission-status': { held: 'terminée', ongoing: 'en cours', planned: 'prévue', cancelled: 'annulée' },
  'meeting-mode': { 'on-site': 'sur place', online: 'en ligne', hybrid: 'mixte' },
  'mission-mode': { individual: 'individuelle', collective: 'collective' },
  'exit-reason': { lapse: 'non-renouvellement', dissolution: 'dissolution', withdrawal: 'retrait', other: 'autre' },
  'body-kind': {
    governance: 'gouvernance',
    committee: 'comité',
    'working-group': 'groupe de travail',
    team: 'équipe',
    other: 'autre',
  },
  result: { selected: 'retenue', rejected: 'refusée', pending: 'en attente', other: 'non précisé' },
  role: {
    organiser: 'organise',
    attendee: 'participe',
    exhibitor: 'expose',
    laureate: 'lauréat',
    partner: 'partenaire',
    supported: 'accompagné',
    other: 'autre',
  },
  direction: { in: 'arrivée', out: 'départ' },
  'movement-reason': {
    recruitment: 'recrutement',
    'end-of-contract': 'fin de contrat',
    resignation: 'démission',
    'agreed-termination': 'rupture conventionnelle',
    internal: 'mouvement interne',
    other: 'autre',
  },
  'filing-stage': {
    application: 'demande',
    advance: 'acompte',
    balance: 'solde',
    other: 'autre',
  },
  'vote-unit': { votes: 'voix', organisations: 'organisations', people: 'personnes', percent: '%' },
} as const;

/**
 * Name of a list: one of words, a collection, the categories of a dimension, planned records, or what the software
 * itself knows.
 */
export type ListName =
  | keyof typeof WORDS
  | CollectionName
  | `categories:${string}`
  | `plans:${'events' | 'meetings'}`
  | 'gatherings'
  | 'indicators'
  | 'units';

const isWords = (list: ListName): list is keyof typeof WORDS => Object.hasOwn(WORDS, list);

/** Whether the values of a list are fixed: no row of the workbook can add one. */
export const isFixed = (list: ListName): boolean => isWords(list) || list === 'units' || list === 'indicators';

const unitChoices: readonly Choice[] = [
  { id: 'percent', label: '%' },
  { id: 'euros', label: '€' },
  { id: 'number', label: 'nombre' },
  { id: 'ratio', label: 'rapport' },
  ...UNITS.map((id) => ({ id, label: unitWord(id, 2, 'fr', 'long') ?? id })),
];

const choiceOf = (record: Fields): Choice => ({ id: textAt(record, 'id'), label: recordTitle(record) });

/** Returns a meeting that was planned in words: its body and its date. */
const planLabel = (record: Fields, data: YearData): string => {
  const body = data.find('bodies', textAt(record, 'body'));
  const name = body ? recordTitle(body) : recordTitle(record);
  const date = textAt(record, 'date');
  return date ? `${name} (${writePeriod(date)})` : name;
};

function rawChoices(list: ListName, data: YearData): readonly Choice[] {
  if (isWords(list)) return Object.entries(WORDS[list]).map(([id, label]) => ({ id, label }));
  if (list === 'units') return unitChoices;
  if (list === 'indicators') return data.indicators.map(({ id, label }) => ({ id, label: label.fr }));
  if (list === 'gatherings') return [...data.list('programmes'), ...data.list('events')].map(choiceOf);
  if (list.startsWith('categories:')) {
    const dimension = list.slice('categories:'.length);
    return data
      .list('categories')
      .filter((record) => record['dimension'] === dimension)
      .map(choiceOf);
  }
  if (list.startsWith('plans:')) {
    const name = list.slice('plans:'.length) as 'events' | 'meetings';
    return data
      .list(name)
      .filter(isPlan)
      .map((record) => ({ id: textAt(record, 'id'), label: planLabel(record, data) }));
  }
  return data.list(list as CollectionName).map(choiceOf);
}

/** Whether a record is only announced, or says that it will be another day. */
export const isPlan = (record: Fields): boolean =>
  ['planned', 'full', 'postponed'].includes(textAt(record, 'status')) && !record['recurrence'];

/** A list with its labels made unique: `Rennes [commune-35238]` where another entry has the label too. */
interface Choices {
  readonly all: Choice[];
  readonly byId: Map<string, Choice>;
  /** By their folded label and, of organisations, their other names. */
  readonly byLabel: Map<string, Choice>;
}

/** A list as it was last made. */
interface Made {
  readonly choices: Choices;
  /** Changes that it knows of: all of the data, or the records of its collection that got another name. */
  readonly version: number;
}

const memory = new WeakMap<YearData, Map<ListName, Made>>();

type MayGrow = YearData & Partial<Pick<Draft, 'version' | 'renamed'>>;

function choices(list: ListName, data: MayGrow): Choices {
  const version = (isCollection(list) ? data.renamed?.(list) : data.version?.()) ?? 0;
  const known = memory.get(data) ?? new Map<ListName, Made>();
  memory.set(data, known);
  const cached = known.get(list);
  if (cached?.version === version) {
    // Thousands of rows may each add a record: the list grows by these alone.
    const records = isCollection(list) ? data.list(list) : [];
    if (records.length > cached.choices.all.length) extend(cached.choices, records.slice(cached.choices.all.length));
    return cached.choices;
  }
  const raw = rawChoices(list, data);
  const times = new Map<string, number>();
  for (const { label } of raw) times.set(foldLabel(label), (times.get(foldLabel(label)) ?? 0) + 1);
  const made: Choices = { all: [], byId: new Map(), byLabel: new Map() };
  for (const choice of raw) add(made, choice, (times.get(foldLabel(choice.label)) ?? 0) > 1);
  if (list === 'organisations') for (const record of data.list(list)) addNames(made, record);
  known.set(list, { version, choices: made });
  return made;
}

function add({ all, byId, byLabel }: Choices, { id, label }: Choice, isTaken: boolean): void {
  // A label is one value of several in a cell, and these stand between semicolons.
  const own = isTaken || label.includes(';') ? `${label.replaceAll(';', ',')} [${id}]` : label;
  const choice = { id, label: own };
  all.push(choice);
  byId.set(id, choice);
  byLabel.set(foldLabel(own), choice);
}

function extend(known: Choices, records: readonly Fields[]): void {
  for (const record of records) {
    const choice = choiceOf(record);
    add(known, choice, known.byLabel.has(foldLabel(choice.label)));
  }
}

/** Adds the other names of an organisation, as far as they are nobody's label. */
function addNames({ byId, byLabel }: Choices, record: Fields): void {
  const choice = byId.get(textAt(record, 'id'));
  for (const name of namesIn(record['aliases'])) {
    const folded = foldLabel(name);
    if (choice && !byLabel.has(folded)) byLabel.set(folded, choice);
  }
}

/** Returns a label for comparison: words without accents and case, or signs such as `%` as they are. */
const foldLabel = (label: string): string => normalise(label) || label.trim();

/** Returns the allowed values of a list, in its order. */
export const choicesOf = (list: ListName, data: YearData): readonly Choice[] => choices(list, data).all;

/** Returns the label under which the workbook shows a value; the id itself where the list has no such value. */
export const choiceLabel = (list: ListName, id: string, data: YearData): string =>
  choices(list, data).byId.get(id)?.label ?? id;

/** Returns the id of a value that somebody wrote by its label, its label and id, its id, or another of its names; undefined for none. */
export function idOf(list: ListName, text: string, data: YearData): string | undefined {
  const { byId, byLabel } = choices(list, data);
  const inBrackets = /\[([^\]]+)\]$/.exec(text)?.[1];
  return (byLabel.get(foldLabel(text)) ?? byId.get(inBrackets ?? text.trim()))?.id;
}

const namesIn = (aliases: unknown): readonly string[] =>
  Array.isArray(aliases) ? aliases.filter((each) => typeof each === 'string') : [];

/** Labels that a message names: all of a short list, else those that are nearest to what was written. */
const NAMED = 8;

/** Changes of letters beyond which two labels have nothing in common. */
const MOST_EDITS = 8;

/** Returns the labels of a list that a message names for a wrong value. */
export function nearestLabels(list: ListName, text: string, data: YearData): readonly string[] {
  const labels = choicesOf(list, data).map(({ label }) => label);
  if (labels.length <= NAMED) return labels;
  const wanted = normalise(text);
  const distances = labels.map((label) => {
    const own = normalise(label);
    const isPart = own.includes(wanted) || wanted.includes(own);
    return { label, distance: isPart ? 0 : (editDistance(own, wanted, MOST_EDITS) ?? Number.POSITIVE_INFINITY) };
  });
  return distances
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ label }) => label);
}
