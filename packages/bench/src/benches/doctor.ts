import { examine } from '@ess-widgets/core/doctor';
import { createPlacer, parseCommunes } from '@ess-widgets/core/geo';
import { range } from '../network/written.ts';
import type { Bench } from './bench.ts';
import { timeOf } from './timing.ts';

/** As many communes as Brittany has. */
const COMMUNES = 1_200;
const SYLLABLES = ['Plou', 'Ker', 'Lan', 'Tre', 'Gwen', 'Mor', 'Pen', 'Roz', 'Bre', 'Cor', 'Lok', 'Sant'];

/** Returns a table of invented communes, as its file has it. */
function communesFile() {
  const at = (n: number): string => SYLLABLES[Math.floor(n) % SYLLABLES.length] ?? '';
  const numbers = range(COMMUNES);
  const codeOf = (n: number): string => `${[22, 29, 35, 56][n % 4]}${String(n).padStart(4, '0').slice(-3)}`;
  return {
    format: 'ess-communes/1',
    licences: [],
    attribution: { fr: 'x' },
    epci: [],
    columns: {
      insee: numbers.map(codeOf),
      name: numbers.map((n) =>
        `${at(n)}${at(n / 12)}${at(n / 144)}`.toLowerCase().replace(/^./, (letter) => letter.toUpperCase()),
      ),
      lon: numbers.map((n) => -4 + n / 1_000),
      lat: numbers.map((n) => 47.5 + n / 1_000),
      postal: numbers.map((n) => [codeOf(n)]),
      epci: numbers.map(() => null),
    },
  };
}

const COLLEGES = ['Associations', 'Coopératives', 'Mutuelles'];

/** One line in so many has the name of its commune misspelt: what is looked up nearest to it costs most. */
const MISSPELT = 500;

/** Returns a list of members as a spreadsheet saves it, twelve columns wide. */
function listOf(
  rows: number,
  communes: readonly { readonly name: string; readonly postal: readonly string[] }[],
): string {
  const header =
    'Structure;Collège;Commune;Code postal;Adresse;Téléphone;Courriel;Site;SIRET;Date d’adhésion;Activités;Description';
  const lines = range(rows).map((n) => {
    const { name = '', postal: [postcode = ''] = [] } = communes[n % communes.length] ?? {};
    const town = n % MISSPELT === 0 ? `${name}x` : name;
    const day = `${String((n % 28) + 1).padStart(2, '0')}/0${(n % 9) + 1}/20${String(n % 25).padStart(2, '0')}`;
    return [
      `Structure ${n}`,
      COLLEGES[n % COLLEGES.length],
      town,
      n % MISSPELT === 0 ? '' : postcode,
      `${n} rue des Forges`,
      `0298${String(100_000 + n).slice(0, 6)}`,
      `contact@s${n}.example`,
      `https://s${n}.example`,
      100_000_000 + n,
      day,
      'Énergie, Bois',
      `Une structure qui rend service à tous, numéro ${n}`,
    ].join(';');
  });
  return [header, ...lines].join('\n');
}

export const doctor: Bench = {
  name: 'doctor',
  what: 'a list of members, as a spreadsheet saves it, read and examined: findings, proposals, communes',
  slope: 1.15,
  targets: [{ figure: 'cpu ms', most: 3_000, at: 50_000 }],
  measure: async (organisations) => {
    const table = parseCommunes(communesFile());
    const placer = createPlacer(table);
    const text = new TextEncoder().encode(listOf(organisations, table.communes));
    let groups = 0;
    const time = await timeOf(
      () => ({ name: 'members.csv', bytes: text.slice().buffer }),
      async (file) => {
        groups = (await examine(file, { today: '2026-11-29', placer: async () => placer })).groups.length;
      },
    );
    return { ...time, 'kB of text': Math.round(text.length / 1000), groups };
  },
};
