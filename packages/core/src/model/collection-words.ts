import type { CollectionName } from './collections.ts';
import type { Text } from './text.ts';

const words = (fr: string, en: string): Text => ({ fr, en });

/** Records of each collection, as a sentence names them. */
export const collectionWords: Readonly<Record<CollectionName, Text>> = {
  organisations: words('les organisations', 'organisations'),
  memberships: words('les adhésions', 'memberships'),
  networks: words('les réseaux', 'networks'),
  colleges: words('les collèges', 'colleges'),
  territories: words('les territoires', 'territories'),
  bodies: words('les instances', 'bodies'),
  seats: words('les sièges', 'seats'),
  meetings: words('les réunions', 'meetings'),
  tallies: words('les décomptes de présence', 'attendance tallies'),
  votes: words('les votes', 'votes'),
  series: words('les séries d’événements', 'series of events'),
  events: words('les événements', 'events'),
  programmes: words('les programmes', 'programmes'),
  projects: words('les projets', 'projects'),
  channels: words('les canaux', 'channels'),
  audiences: words('les audiences', 'audiences'),
  publications: words('les publications', 'publications'),
  prizes: words('les prix', 'prizes'),
  missions: words('les accompagnements', 'support missions'),
  jobs: words('les emplois', 'jobs'),
  calls: words('les appels à projets', 'calls for projects'),
  applications: words('les candidatures', 'applications'),
  participations: words('les participations', 'participations'),
  movements: words('les mouvements de personnel', 'staff movements'),
  filings: words('les dossiers de financement', 'funding files'),
  categories: words('les catégories', 'categories'),
  observations: words('les chiffres publiés', 'published figures'),
};
