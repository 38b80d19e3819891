/** The catalogue: content of the guide of the indicators, so that it is always complete, and lists of controls. */
import { generalCatalogue, type Text } from '@ess-widgets/core/model';
import document from '../../packages/bretagne/data/catalogue.json' with { type: 'json' };

type Language = 'fr' | 'en';

/** The topics in the order of the guide. */
export const topics: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  members: { fr: 'Adhérents', en: 'Members' },
  governance: { fr: 'Gouvernance', en: 'Governance' },
  events: { fr: 'Événements', en: 'Events' },
  youth: { fr: 'Jeunesse', en: 'Young people' },
  sectors: { fr: 'Filières, études et participation', en: 'Sectors, studies and participation' },
  support: { fr: 'Accompagnement', en: 'Support' },
  awareness: { fr: 'Webinaires', en: 'Webinars' },
  communication: { fr: 'Communication', en: 'Communication' },
  resources: { fr: 'Équipe et moyens', en: 'Team and means' },
  territory: { fr: 'Territoire', en: 'Territory' },
};

const HEAD: Readonly<Record<Language, string>> = {
  fr: '| ce que dit le chiffre | `indicator` | `by` | `where` aussi |',
  en: '| what the figure says | `indicator` | `by` | `where` too |',
};

/** An entry of the catalogue, as far as the guide shows it. */
interface Entry {
  readonly id: string;
  readonly topic?: string | undefined;
  readonly label: Text;
  readonly definition: Text;
  readonly dimensions: readonly { readonly id: string; readonly label: Text }[];
  readonly filters?: readonly string[] | undefined;
}

export const indicators: readonly Entry[] = [...generalCatalogue.indicators, ...document.indicators];

/** Returns ids as code, or a dash. */
const codes = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(', ') || '–';

const GENERAL = new Set(generalCatalogue.indicators.map(({ id }) => id));

/** Said of what any network lacks that does not define it too. */
const OWN: Readonly<Record<Language, string>> = { fr: ' (Données de Bretagne.)', en: ' (Data of Brittany.)' };

const row = ({ id, label, definition, dimensions, filters = [] }: Entry, lang: Language): string =>
  `| **${label[lang]}** – ${definition[lang]}${GENERAL.has(id) ? '' : OWN[lang]} | ${codes([id])} | ${codes(dimensions.map((one) => one.id))} | ${codes(filters)} |`;

/** Returns a table for each topic, in Markdown. */
export const catalogueIn = (lang: Language): string =>
  Object.entries(topics)
    .map(([topic, title]) => {
      const rows = indicators.filter((each) => each.topic === topic).map((each) => row(each, lang));
      return [`## ${title[lang]}`, '', HEAD[lang], '|---|---|---|---|', ...rows].join('\n');
    })
    .join('\n\n');
