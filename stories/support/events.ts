/** Invented events for the stories of the agenda, around their day, 5 March 2025. */

const event = (id: string, title: string, date: string | null, fields: object = {}): object => ({
  id,
  title: { fr: title },
  date,
  status: 'planned',
  organisers: ['reseau'],
  ...fields,
});

const brest = { place: 'Brest', territories: ['commune-29019'] };
const rennes = { place: 'Rennes', territories: ['commune-35238'] };
const at = (day: string, from: string, to: string): object => ({
  startsAt: `${day}T${from}:00+01:00`,
  endsAt: `${day}T${to}:00+01:00`,
});

/** Every state, precision and length that an event may have. */
export const EVENTS = {
  territories: [
    { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' } },
    { id: 'departement-35', kind: 'departement', name: { fr: 'Ille-et-Vilaine' } },
    { id: 'commune-29019', kind: 'commune', name: { fr: 'Brest' }, parents: ['departement-29'] },
    { id: 'commune-35238', kind: 'commune', name: { fr: 'Rennes' }, parents: ['departement-35'] },
  ],
  organisations: [
    { id: 'reseau', name: 'Réseau d’exemple' },
    { id: 'atelier', name: 'L’Atelier d’exemple' },
  ],
  categories: [
    { id: 'mer', dimension: 'theme', label: { fr: 'Mer', br: 'Mor', en: 'Sea' } },
    { id: 'emploi', dimension: 'theme', label: { fr: 'Emploi', br: 'Implij', en: 'Jobs' } },
  ],
  events: [
    event('today', 'Petit-déjeuner des adhérents', null, { ...brest, ...at('2025-03-05', '08:30', '10:00') }),
    event('tomorrow', 'Visite d’une coopérative maritime', '2025-03-06', { ...brest, status: 'full', themes: ['mer'] }),
    event('online', 'Webinaire sur l’emploi', null, {
      ...at('2025-03-06', '12:30', '13:30'),
      online: true,
      themes: ['emploi'],
    }),
    event('off', 'Atelier de réparation', '2025-03-06', { ...rennes, status: 'cancelled', organisers: ['atelier'] }),
    event('late', 'Forum des métiers', '2025-03-13', { ...rennes, status: 'postponed', themes: ['emploi'] }),
    event('days', 'Salon de l’économie sociale', '2025-03-20/2025-03-22', { ...rennes, url: 'https://salon.example/' }),
    event('weekly', 'Permanence d’accueil', '2025-02-11', {
      ...brest,
      recurrence: { frequency: 'weekly', interval: 2, until: '2025-05-31', exceptions: ['2025-04-22'] },
    }),
    event('month', 'Assemblée générale', '2025-03', rennes),
    event('season', 'Rencontres d’été', '2025-Q3', { organisers: ['atelier'] }),
    event('none', 'Journée à caler', null),
    event('missed', 'Réunion de lancement', '2025-02-27', { ...rennes, themes: ['mer'] }),
    event('held', 'Conférence régionale', '2024-12-19', {
      ...brest,
      status: 'held',
      attendance: { value: 200, op: '>', unit: 'people' },
    }),
  ],
};

/** What a spreadsheet may hold by mistake. */
export const ODD_EVENTS: readonly object[] = [
  event('html', '<img src=x onerror=alert(1)><b>gras</b>', '2025-03-12', { url: 'javascript:alert(1)' }),
  event('long', 'Rendez-vous au titre interminable, '.repeat(15), '2025-03-12'),
  event('word', 'x'.repeat(500), '2025-03-13'),
  event('backwards', 'Finit avant de commencer', null, at('2025-03-14', '18:00', '10:00')),
  event('reversed', 'Dates inversées', '2025-03-20/2025-03-10'),
  event('old', 'En 1970', '1970-01-01', { status: 'held' }),
  event('far', 'En 2200', '2200-12-31', { status: 'held' }),
  event('none', 'Sans date', null),
  event('new', 'Fréquence inconnue', '2025-03-18', { recurrence: { frequency: 'lunar' }, status: 'rumoured' }),
];
