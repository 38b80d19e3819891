/** Names for ids: of records without a name of their own, dimensions, categories, lists. */
import type { CollectionName, Finding, Text } from '../../model/index.ts';
import type { DatasetIndex } from './dataset-index.ts';
import { type BilingualText, bilingualName, quotedName, sameInBoth } from './finding.ts';

/** Fields that say what a record without a name is about, and the collections that name what they lead to. */
const LEADS: Readonly<Record<string, readonly CollectionName[]>> = {
  organisation: ['organisations'],
  body: ['bodies'],
  programme: ['programmes'],
  call: ['calls'],
  channel: ['channels'],
  of: ['meetings', 'events', 'programmes'],
  network: ['networks'],
};

/** Returns a record's own name, else those of what it leads to: "Xylm, Cress Bretagne"; null where nothing names it. */
function titleOf(index: DatasetIndex, record: object): BilingualText | null {
  const own = bilingualName(record);
  if (own) return own;
  const found = Object.entries(LEADS).flatMap(([field, collections]): readonly BilingualText[] => {
    const id = (record as Readonly<Record<string, unknown>>)[field];
    const led = collections.map((name): object | undefined => index.byId(name).get(String(id))).find(Boolean);
    const title = led && led !== record ? titleOf(index, led) : null;
    return title ? [title] : [];
  });
  const joined = (lang: keyof BilingualText): string => found.map((each) => each[lang]).join(', ');
  return found.length > 0 ? { fr: joined('fr'), en: joined('en') } : null;
}

/** Returns a finding whose subject is an id, with what readers call that record. */
export function titled(index: DatasetIndex, finding: Finding): Finding {
  const { collection, id } = finding.where;
  if (collection === undefined || id === undefined) return finding;
  const record: object | undefined = index.byId(collection as CollectionName).get(id);
  const [before, after] = [quotedName(sameInBoth(id)), record && titleOf(index, record)];
  if (!after) return finding;
  const { fr, en } = quotedName(after);
  const { fr: french, en: english = '' } = finding.message;
  if (!french.startsWith(before.fr)) return finding;
  const message: Text = {
    fr: fr + french.slice(before.fr.length),
    en: english.startsWith(before.en) ? en + english.slice(before.en.length) : english,
  };
  return { ...finding, message };
}

const toTold = ({ fr, en = fr }: Text): BilingualText => ({ fr, en });

/** Returns the word of a dimension: "genre" for `gender`. */
export const dimensionName = (index: DatasetIndex, id: string): BilingualText => {
  const label = index.dimensionLabel(id);
  return label ? toTold(label) : sameInBoth(id);
};

/** Returns the word of a category: "Femmes" for `women`. */
export function categoryName(index: DatasetIndex, dimension: string, id: string): BilingualText {
  const known = index.list('categories').find((each) => each.dimension === dimension && each.id === id);
  const named = dimension === 'college' ? index.byId('colleges').get(id) : undefined;
  return (named && bilingualName(named)) ?? (known ? toTold(known.label) : sameInBoth(id));
}

/** "List of meetings". */
const LISTS: Readonly<Partial<Record<string, BilingualText>>> = {
  meetings: { fr: 'des réunions', en: 'meetings' },
  seats: { fr: 'des sièges', en: 'seats' },
  prizes: { fr: 'des prix', en: 'prizes' },
  events: { fr: 'des événements', en: 'events' },
  projects: { fr: 'des projets', en: 'projects' },
  publications: { fr: 'des publications', en: 'publications' },
  missions: { fr: 'des missions', en: 'missions' },
  applications: { fr: 'des candidatures', en: 'applications' },
  filings: { fr: 'des dossiers', en: 'filings' },
  movements: { fr: 'des arrivées et départs', en: 'arrivals and departures' },
  memberships: { fr: 'des adhésions', en: 'memberships' },
  'programmes.territories': { fr: 'des territoires du programme', en: 'territories of the programme' },
};

/** Returns the name of a collection as a list: "la liste des réunions". */
export function listName(collection: string): BilingualText {
  const { fr, en } = LISTS[collection] ?? { fr: `« ${collection} »`, en: `"${collection}"` };
  return { fr: `la liste ${fr}`, en: `the list of ${en}` };
}
