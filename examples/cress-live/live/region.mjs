/**
 * A data set that changes: members, events and figures of a region that does not exist. Organisations have numbers for names, so
 * that nobody takes them for real ones.
 */
import { createHash } from 'node:crypto';

/** Files that the address of a data set answers with, by name. @typedef {ReadonlyMap<string, string>} Files */

/** A change, in words, and what it left. @typedef {{what: string, files: Files}} Change */

const COLLEGES = [
  { id: 'associations', network: 'cress-inventee', label: { fr: 'Associations', en: 'Associations' }, order: 1 },
  { id: 'cooperatives', network: 'cress-inventee', label: { fr: 'Coopératives', en: 'Cooperatives' }, order: 2 },
];
const SERIES = [{ id: 'semaine', name: { fr: 'Semaine inventée', en: 'Invented week' } }];

/** Members at the start of the year, and events that are announced for it. */
const MEMBERS = 40;
const EVENTS = 12;
/** Changes of each kind after which the year begins again: a server that is left alone does not grow. */
const CYCLE = 60;

/**
 * Makes the region as it stands after a number of changes. Pure: the same day and the same number give the same bytes.
 * @param {string} today `YYYY-MM-DD`
 * @param {number} changes 0 for the start; then a member joins, an event is held, a figure is corrected, in turn
 * @returns {Change}
 */
export function regionAfter(today, changes) {
  const cycle = changes % (3 * CYCLE);
  const [joined, held, corrected] = [Math.floor((cycle + 2) / 3), Math.floor((cycle + 1) / 3), Math.floor(cycle / 3)];
  return {
    what: wordsOf(changes, { joined, held, corrected }),
    files: filesOf(collectionsOf(today, { joined, held, corrected }), today),
  };
}

/** @typedef {{joined: number, held: number, corrected: number}} Counts */

/** @param {number} changes @param {Counts} counts */
function wordsOf(changes, { joined, held, corrected }) {
  if (changes % (3 * CYCLE) === 0) return 'l’année inventée commence';
  if (changes % 3 === 1) return `une organisation adhère\u202f: ${MEMBERS + joined} adhérents`;
  if (changes % 3 === 2) return `un événement est tenu\u202f: ${held}`;
  return `un chiffre est corrigé\u202f: ${leftAfter(corrected)} départs`;
}

/** Returns the figure that is published, then corrected: 6, 7, 8, 5, 6… @param {number} corrected */
const leftAfter = (corrected) => 5 + ((corrected + 1) % 4);

/** @param {string} today @param {Counts} counts */
function collectionsOf(today, { joined, held, corrected }) {
  const year = today.slice(0, 4);
  const numbers = Array.from({ length: MEMBERS + joined }, (_, at) => at + 1);
  const collegeOf = (/** @type {number} */ n) => COLLEGES[n % 2];
  const left = (/** @type {number} */ value, /** @type {object} */ more) => ({
    indicator: 'members-left',
    label: { fr: 'Adhésions non renouvelées', en: 'Memberships not renewed' },
    period: year,
    quantity: { value, op: '=', unit: 'members' },
    ...more,
  });
  return {
    organisations: numbers.map((n) => ({
      id: `organisation-${n}`,
      name: `Organisation inventée n° ${n}`,
      town: 'Villeneuve-l’Inventée',
    })),
    memberships: numbers.map((n) => ({
      id: `adhesion-${n}`,
      organisation: `organisation-${n}`,
      network: 'cress-inventee',
      college: collegeOf(n)?.id,
      start: n > MEMBERS ? today : `${Number(year) - 2}-03-01`,
      end: null,
    })),
    colleges: COLLEGES,
    series: SERIES,
    events: Array.from({ length: Math.max(EVENTS, held + 4) }, (_, at) => ({
      id: `rencontre-${at + 1}`,
      title: { fr: `Rencontre inventée n° ${at + 1}`, en: `Invented meeting no. ${at + 1}` },
      series: 'semaine',
      date: at < held ? today : `${Number(year) + 1}-01-${String(10 + (at % 15)).padStart(2, '0')}`,
      status: at < held ? 'held' : 'planned',
    })),
    observations: [
      left(leftAfter(0), { id: 'departs', source: { document: 'bilan', page: 4 } }),
      ...(corrected
        ? [
            left(leftAfter(corrected), {
              id: 'departs-corriges',
              corrects: ['departs'],
              source: { document: 'erratum', page: 1 },
            }),
          ]
        : []),
    ],
  };
}

/**
 * Writes collections as a publisher uploads them: each under a name with the hash of its content, and the manifest that names them.
 * @param {Readonly<Record<string, readonly unknown[]>>} collections
 * @param {string} today
 * @returns {Files} the manifest comes last
 */
function filesOf(collections, today) {
  const year = today.slice(0, 4);
  const whole = [{ period: String(Number(year) - 1), complete: true }];
  const coverage = {
    events: [{ period: year, complete: true }],
    // Who left is published, not counted.
    memberships: [
      ...['stock', 'joined'].map((flow) => ({ period: year, where: `flow=${flow}`, complete: true })),
      ...whole,
    ],
  };
  const files = Object.entries(collections).map(([name, records]) => {
    const text = JSON.stringify(records);
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
    return { name, text, hash, href: `${name}.${hash}.json`, count: records.length };
  });
  const manifest = {
    format: 'ess-dataset/1',
    id: 'region-inventee',
    title: {
      fr: 'Une région inventée\u202f: données de démonstration',
      en: 'An invented region: data for a demonstration',
    },
    publisher: { name: 'Cress inventée' },
    licence: { name: 'CC0 1.0', href: 'https://creativecommons.org/publicdomain/zero/1.0/deed.fr' },
    language: 'fr',
    updated: today,
    network: 'cress-inventee',
    periods: [year],
    documents: {
      bilan: { title: { fr: 'Bilan inventé', en: 'Invented report' }, date: today },
      erratum: { title: { fr: 'Erratum inventé', en: 'Invented erratum' }, date: today },
    },
    collections: Object.fromEntries(
      files.map(({ name, hash, href, count }) => [
        name,
        { href, count, hash, coverage: coverage[/** @type {'events'} */ (name)] ?? [] },
      ]),
    ),
  };
  return new Map([
    ...files.map(({ href, text }) => /** @type {const} */ ([href, text])),
    ['manifest.json', JSON.stringify(manifest)],
  ]);
}
