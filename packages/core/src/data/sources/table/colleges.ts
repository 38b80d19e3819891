import type { College, Text } from '../../../model/index.ts';
import { normalise, slug } from './normalise.ts';

/** A collège of the statutes of an ESS chamber: its label, and what spreadsheets call it. */
interface Known {
  readonly id: string;
  readonly label: Text;
  /** Keys of its names. */
  readonly keys: readonly string[];
}

const known = (id: string, label: Text, ...names: readonly string[]): Known => ({
  id,
  label,
  keys: names.map(collegeKey),
});

/** The seven collèges, in their order. */
const KNOWN: readonly Known[] = [
  known('cooperatives', { fr: 'Coopératives', br: 'Kevelouriezhoù', en: 'Cooperatives' }, 'cooperative'),
  known('mutuelles', { fr: 'Mutuelles', en: 'Mutual societies' }, 'mutuelle', 'mutual', 'mutual society'),
  known('associations', { fr: 'Associations', br: 'Kevredigezhioù', en: 'Associations' }, 'association'),
  known(
    'entreprises-sociales',
    { fr: 'Entreprises sociales', br: 'Embregerezhioù sokial', en: 'Social enterprises' },
    'entreprise sociale',
    'social enterprise',
    'esus',
  ),
  known('fondations', { fr: 'Fondations', br: 'Diazezadurioù', en: 'Foundations' }, 'fondation', 'foundation'),
  known(
    'employeurs',
    { fr: 'Employeurs', br: 'Implijerien', en: 'Employers' },
    'employeur',
    'employer',
    'syndicat employeur',
    'syndicat d employeurs',
  ),
  known('poles-ess', { fr: 'Pôles ESS', en: 'Local hubs (Pôles ESS)' }, 'pole ess', 'pole'),
];

/**
 * Returns the key of a label: "Collège des associations", "ASSOCIATION", "Associations" are one, without article and
 * plural.
 */
function collegeKey(label: string): string {
  const words = normalise(label)
    .replace(/^colleges? (des |de l |de la |d |du |de )?/, '')
    .split(' ');
  return words.map((word) => word.replace(/s$/, '')).join(' ');
}

/** Collèges met in a file. */
export interface Colleges {
  /** Id of a label, which is remembered; null for an empty one, and for one that names several. */
  readonly idOf: (label: string) => string | null;
  /** Returns the collèges met so far: the seven in their order, then the others as they came. */
  readonly list: (network: string) => readonly College[];
}

/** Separators between two labels in one cell. A word is none: "Mutuelles et fondations" may be one collège. */
const BETWEEN = /[;,/|+\n]/;

/** Makes an empty table of the collèges of a file, of which `written` are all labels: what one cell joins may be two others. */
export function createColleges(written: readonly string[]): Colleges {
  const keys = new Set([...new Set(written)].map(collegeKey));
  /**
   * Returns the collèges that a label joins: itself alone, unless each of its parts is the collège of another member.
   */
  const partsOf = (label: string): readonly string[] => {
    const parts = label.split(BETWEEN).filter((part) => collegeKey(part) !== '');
    if (!parts.every((part) => keys.has(collegeKey(part)))) return [label];
    return [...new Map(parts.map((part) => [collegeKey(part), part])).values()];
  };
  const met = new Map<string, { readonly id: string; readonly label: Text }>();
  const ids = new Map<string, string | null>();
  // A list has few collèges, each on many lines.
  const idOf = (text: string): string | null => {
    const before = ids.get(text);
    if (before !== undefined) return before;
    const id = lookUp(text);
    ids.set(text, id);
    return id;
  };
  const lookUp = (text: string): string | null => {
    const [label, another] = partsOf(text);
    if (label === undefined || another !== undefined) return null;
    const key = collegeKey(label);
    const ours = KNOWN.find(({ keys }) => keys.includes(key));
    const college = met.get(ours?.id ?? key) ?? ours ?? { id: slug(label), label: { fr: label } };
    met.set(ours?.id ?? key, college);
    return college.id;
  };
  return {
    idOf,
    list: (network) => {
      const all = [...met.values()];
      const ours = KNOWN.filter(({ id }) => all.some((college) => college.id === id));
      const others = all.filter(({ id }) => !ours.some((college) => college.id === id));
      // Beside any of the seven, others come after all seven, so that colours agree with other data sets.
      const first = ours.length > 0 ? KNOWN.length + 1 : 1;
      return [
        ...ours.map((college) => ({
          id: college.id,
          network,
          label: college.label,
          order: KNOWN.indexOf(college) + 1,
        })),
        ...others.map(({ id, label }, index) => ({ id, network, label, order: first + index })),
      ];
    },
  };
}
