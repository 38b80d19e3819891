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
    event('days', 'Salon de l’économie sociale', '2025-03-20/2025-03-22', {
      ...rennes,
      url: 'https://salon.example/',
      startsAt: '2025-03-20T10:00:00+01:00',
      endsAt: '2025-03-22T17:00:00+01:00',
    }),
    event('weekly', 'Permanence d’accueil', '2025-02-11', {
      ...brest,
      recurrence: { frequency: 'weekly', interval: 2, until: '2025-05-31', exceptions: ['2025-04-22'] },
    }),
    event('weekly-away', 'Permanence d’accueil au port', '2025-03-27', {
      ...brest,
      status: 'full',
      occurrenceOf: { event: 'weekly', date: '2025-03-25' },
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

/** Values that a spreadsheet may hold by mistake. */
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

const stated = (indicator: string, period: string, value: number, unit: string, fields: object = {}): object => ({
  id: `${indicator}/${period}/${JSON.stringify(fields)}`,
  indicator,
  label: { fr: indicator },
  period,
  quantity: { value, op: '=', unit },
  source: { document: 'exemple', page: 1 },
  ...fields,
});
const about = (value: number, unit: string): object => ({ quantity: { value, op: '~', unit } });
const in2024 = (code: string, value: number): object =>
  stated('month-events', '2024', value, 'events', { territory: `departement-${code}` });
const edition = (year: string, number: number, count: number): object =>
  event(`mois-${year}`, `Mois de l’ESS ${year}`, year, {
    status: 'held',
    series: 'mois-de-l-ess',
    edition: number,
    count,
    territories: ['region-53'],
  });

/** A series with all that may be known of it: its edition before, the country, four départements, and dates ahead. */
export const SERIES = {
  territories: [
    { id: 'region-53', kind: 'region', name: { fr: 'Bretagne', br: 'Breizh' } },
    ...[
      ['22', 'Côtes-d’Armor', 'Aodoù-an-Arvor'],
      ['29', 'Finistère', 'Penn-ar-Bed'],
      ['35', 'Ille-et-Vilaine', 'Il-ha-Gwilen'],
      ['56', 'Morbihan', 'Mor-Bihan'],
    ].map(([code, fr, br]) => ({
      id: `departement-${code}`,
      kind: 'departement',
      name: { fr, br },
      parents: ['region-53'],
    })),
  ],
  series: [
    { id: 'mois-de-l-ess', name: { fr: 'Mois de l’ESS', br: 'Miz an EKS', en: 'Social economy month' } },
    { id: 'permanences', name: { fr: 'Permanences', en: 'Drop-in sessions' } },
  ],
  observations: [
    stated('month-events', '2024', 352, 'events'),
    stated('month-events', '2022', 330, 'events'),
    stated('month-national-events', '2024', 0, 'events', about(1800, 'events')),
    stated('month-organisers', '2024', 160, 'organisations'),
    stated('month-attendance', '2024', 0, 'people', about(21_000, 'people')),
    ...[in2024('22', 61), in2024('29', 92), in2024('35', 118), in2024('56', 70)],
  ],
  events: [
    edition('2024', 18, 352),
    edition('2022', 17, 330),
    event('ouverture', 'Ouverture du Mois de l’ESS', null, {
      ...at('2025-03-08', '18:30', '20:00'),
      series: 'mois-de-l-ess',
      place: 'Le Carré, Brest',
      territories: ['departement-29'],
      status: 'full',
      url: 'https://mois.example/',
    }),
    event('permanence', 'Permanence d’accueil', '2025-02-11', {
      ...rennes,
      series: 'permanences',
      recurrence: { frequency: 'weekly', exceptions: ['2025-03-11'] },
    }),
  ],
};
