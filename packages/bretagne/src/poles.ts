/** Territories of the Pôles ESS, as far as the report describes them: build-geo adds them to `territories.json`. */

/** Territory of a Pôle: its name, the territories that contain it, and the town that its point is taken from. */
export interface PoleTerritory {
  /** The id is `pole-<slug>`. */
  readonly slug: string;
  readonly name: { readonly fr: string; readonly br?: string; readonly en?: string };
  /** Département that it lies in, where its name or the report gives it; otherwise the region alone contains it. */
  readonly departement?: '22' | '29' | '35' | '56';
  /** INSEE code of the town that gives the territory its name; without one, there is no point of its own. */
  readonly town?: string;
}

/** In the order of the departements, then as the report names them; those that it places nowhere come last. */
export const POLE_TERRITORIES: readonly PoleTerritory[] = [
  { slug: 'rich-ess', name: { fr: 'Pays de Saint-Brieuc' }, departement: '22', town: '22278' },
  { slug: 'adess-oca', name: { fr: 'Ouest-Côtes d’Armor' }, departement: '22' },
  { slug: 'dinan', name: { fr: 'Pays de Dinan' }, departement: '22', town: '22050' },
  { slug: 'nord-cotes-d-armor', name: { fr: 'Nord des Côtes-d’Armor' }, departement: '22' },
  { slug: 'adess-brest', name: { fr: 'Pays de Brest' }, departement: '29', town: '29019' },
  { slug: 'adess-morlaix', name: { fr: 'Pays de Morlaix' }, departement: '29', town: '29151' },
  { slug: 'rennes', name: { fr: 'Territoire du Pôle ESS de Rennes' }, departement: '35', town: '35238' },
  { slug: 'vitre', name: { fr: 'Territoire du Pôle ESS de Vitré' }, departement: '35', town: '35360' },
  { slug: 'fougeres', name: { fr: 'Territoire du Pôle ESS de Fougères' }, departement: '35', town: '35115' },
  { slug: 'ploermel', name: { fr: 'Territoire du Pôle ESS de Ploërmel' }, departement: '56', town: '56165' },
  { slug: 'peps-auray', name: { fr: 'Pays d’Auray' }, departement: '56', town: '56007' },
  { slug: 'vannes', name: { fr: 'Pays de Vannes' }, departement: '56', town: '56260' },
  { slug: 'lorient', name: { fr: 'Territoire de Lorient' }, departement: '56', town: '56121' },
  { slug: 'adess-centre-bretagne', name: { fr: 'Centre Bretagne' } },
  { slug: 'centre-ouest-bretagne', name: { fr: 'Centre Ouest Bretagne' } },
  { slug: 'ess-p-rance', name: { fr: 'Territoire d’ESS’P’Rance' } },
];
