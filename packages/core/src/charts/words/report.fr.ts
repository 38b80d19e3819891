/** French texts of reports that a still says too. */
export const reportWords = {
  reportLeadStill: 'Chiffres publiés par {publisher}, sauf mention. Données du {date}.',
  storyRead: 'Lire la section {section}',
  storyReaders: 'Vous êtes…',
  storyData: 'Chercher un chiffre, une structure, une date dans toutes les données',
  storyProposal: 'Proposition de rédaction, pas encore validée.',
  storySigned: 'Texte validé par {role}, {date}.',
  reportInternal: '(chiffre à usage interne)',
  reportNoValue: '(pas de donnée)',
  storyOverview: 'L’essentiel',
  storyDataLink: 'Données',
} as const;
