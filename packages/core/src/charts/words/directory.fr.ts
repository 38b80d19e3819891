/** French texts of maps and lists that a still says too. */
export const directoryWords = {
  mapTitle: 'Carte des adhérents',
  mapTitleOther: 'Carte',
  dirListTitle: 'Annuaire des adhérents',
  countTotal: { one: '{n} adhérent', other: '{n} adhérents' },
  countPublishedList: '{published} publiés ; {named}',
  countNamed: { one: '{n} nommé', other: '{n} nommés' },
  layerEvents: 'Événements',
  layerProjects: 'Projets',
  layerProgrammes: 'Territoires',
  layerMembers: 'Adhérents',
  dirMore: 'Afficher la suite',
};
