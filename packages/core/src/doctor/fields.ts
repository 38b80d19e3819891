/** Names of the fields that a column may fill, as a person chooses between them, and as the header of a column has them. */
import type { Field, ListKind } from '../data/index.ts';
import type { Text } from '../model/index.ts';

type Name = Text & { readonly en: string };
const named = (fr: string, en: string): Name => ({ fr, en });

const PLACE = {
  town: named('Commune', 'Town'),
  postcode: named('Code postal', 'Postcode'),
  insee: named('Code INSEE', 'INSEE'),
  departement: named('Département', 'Département'),
  address: named('Adresse', 'Address'),
  lat: named('Latitude', 'Latitude'),
  lon: named('Longitude', 'Longitude'),
  latlon: named('Coordonnées', 'Coordinates'),
} as const;

/** Names of all fields of each kind of list. Each is the name of a column too, by which its field is recognised. */
export const FIELD_NAMES: Readonly<Record<ListKind, Readonly<Partial<Record<Field, Name>>>>> = {
  members: {
    name: named('Nom de la structure', 'Organisation'),
    college: named('Collège', 'College'),
    ...PLACE,
    activities: named('Activités', 'Activities'),
    kind: named('Type de structure', 'Kind'),
    legalForm: named('Forme juridique', 'Legal form'),
    site: named('Site web', 'Website'),
    email: named('Courriel', 'Email'),
    phone: named('Téléphone', 'Phone'),
    siren: named('SIREN', 'SIREN'),
    description: named('Description', 'Description'),
    joined: named('Date d’adhésion', 'Member since'),
    left: named('Date de sortie', 'Left'),
    state: named('État administratif', 'État administratif'),
    aliases: named('Sigle', 'Acronym'),
    id: named('Identifiant', 'Identifier'),
  },
  events: {
    name: named('Titre', 'Title'),
    start: named('Date de début', 'Start date'),
    startTime: named('Heure de début', 'Start time'),
    end: named('Date de fin', 'End date'),
    endTime: named('Heure de fin', 'End time'),
    place: named('Lieu', 'Place'),
    ...PLACE,
    status: named('Statut', 'Status'),
    themes: named('Thèmes', 'Themes'),
    online: named('En ligne', 'Online'),
    site: named('Site web', 'Website'),
    id: named('Identifiant', 'Identifier'),
  },
};
