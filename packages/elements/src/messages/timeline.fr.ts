/** French texts of timelines. The words for a status are those of the agenda. */
export const timeline = {
  timelineTitle: 'Chronologie',
  timelineCount: { one: '{n} date', other: '{n} dates' },
  timelineEmpty: 'Aucune date dans ces données',
  timelineNoMatch: 'Aucune date ne correspond',
  timelineNoDate: 'Sans date',
  timelineRough: '{year}, mois à préciser',
  timelineUndated: {
    one: '{n} ligne sans date n’est pas affichée.',
    other: '{n} lignes sans date ne sont pas affichées.',
  },
  timelineMore: 'Afficher la suite',
  timelineShown: '{n} sur {all}',
  timelineNowShown: '{n} dates affichées sur {all}',
  timelinePrintRest: { one: 'et {n} autre, non imprimée', other: 'et {n} autres, non imprimées' },
  timelineInFavour: '{value} pour',
  timelineUntitled: 'Sans titre',
  timelineOf_meetings: 'Réunion',
  timelineOf_votes: 'Vote',
  timelineOf_events: 'Événement',
  timelineOf_memberships: 'Adhésion',
  timelineOf_publications: 'Publication',
  timelineOf_projects: 'Projet',
  timelineOf_calls: 'Appel',
  timelineOf_applications: 'Candidature',
  timelineLeft: 'Départ',
  configNoCollections:
    'Ce widget attend l’attribut «\u202fcollections\u202f» («\u202fdata-ess-collections\u202f» dans un bloc «\u202fdata-ess\u202f»). Collections possibles\u202f: {known}.',
  configTimeline:
    'La collection «\u202f{collection}\u202f» n’a pas de dates à montrer. Collections possibles\u202f: {known}.',
} as const;
