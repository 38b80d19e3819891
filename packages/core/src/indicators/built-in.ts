import { CATALOGUE_FORMAT, type Catalogue } from '../model/index.ts';

/**
 * The indicators that any list can answer, without a catalogue of its own: of members, and of events. Elements ask for them
 * by name, whatever the data.
 */
export const builtIn: Catalogue = {
  format: CATALOGUE_FORMAT,
  indicators: [
    {
      id: 'events-held',
      seedId: 'X.event.count',
      kind: 'flow',
      unit: 'events',
      label: {
        fr: 'Événements tenus',
        br: 'Darvoudoù dalc’het',
        en: 'Events held',
      },
      short: {
        fr: 'Événements tenus',
        br: 'Darvoudoù dalc’het',
        en: 'Events held',
      },
      definition: {
        fr: 'Événements de la liste qui ont eu lieu pendant la période.',
        en: 'Listed events that took place during the period.',
      },
      dimensions: [
        {
          id: 'series',
          label: {
            fr: 'série',
            br: 'rummad',
            en: 'series',
          },
          exclusive: true,
        },
        {
          id: 'departement',
          label: {
            fr: 'département',
            br: 'departamant',
            en: 'département',
          },
          exclusive: true,
        },
        {
          id: 'status',
          label: {
            fr: 'état',
            br: 'stad',
            en: 'status',
          },
          exclusive: false,
        },
      ],
      needs: ['observations', 'events', 'series', 'territories'],
      looksAhead: {
        dimension: 'status',
        except: 'held',
      },
      formula: {
        name: 'occurrences',
      },
      topic: 'events',
    },
    {
      id: 'members-joined',
      seedId: 'I.members.joined',
      kind: 'flow',
      unit: 'members',
      label: {
        fr: 'Nouvelles adhésions',
        br: 'Emezeladennoù nevez',
        en: 'New members',
      },
      short: {
        fr: 'Nouvelles adhésions',
        br: 'Emezeladennoù nevez',
        en: 'New members',
      },
      definition: {
        fr: 'Organisations dont l’adhésion a commencé pendant la période.',
        en: 'Organisations whose membership began during the period.',
      },
      dimensions: [
        {
          id: 'college',
          label: {
            fr: 'collège',
            br: 'skolaj',
            en: 'college',
          },
          exclusive: true,
          exhaustive: true,
        },
      ],
      needs: ['observations', 'memberships', 'organisations', 'colleges', 'territories'],
      filters: ['network'],
      formula: {
        name: 'flow',
        collection: 'memberships',
        date: 'start',
      },
      topic: 'members',
    },
    {
      id: 'members-left',
      seedId: 'I.members.left',
      kind: 'flow',
      unit: 'members',
      label: {
        fr: 'Adhésions non renouvelées',
        br: 'Emezeladennoù dinevez',
        en: 'Memberships not renewed',
      },
      short: {
        fr: 'Adhésions non renouvelées',
        br: 'Emezeladennoù dinevez',
        en: 'Memberships not renewed',
      },
      definition: {
        fr: 'Organisations dont l’adhésion a pris fin pendant la période, quelle qu’en soit la raison.',
        en: 'Organisations whose membership ended during the period, whatever the reason.',
      },
      dimensions: [
        {
          id: 'college',
          label: {
            fr: 'collège',
            br: 'skolaj',
            en: 'college',
          },
          exclusive: true,
          exhaustive: true,
        },
        {
          id: 'exit-reason',
          label: {
            fr: 'raison',
            br: 'abeg',
            en: 'reason',
          },
          exclusive: true,
          exhaustive: true,
        },
      ],
      needs: ['observations', 'memberships', 'organisations', 'colleges', 'territories', 'categories'],
      filters: ['network'],
      formula: {
        name: 'flow',
        collection: 'memberships',
        date: 'end',
      },
      topic: 'members',
    },
    {
      id: 'members-net',
      seedId: 'I.members.net',
      kind: 'flow',
      unit: 'members',
      signed: true,
      label: {
        fr: 'Évolution nette des adhésions',
        br: 'Emdroadur an emezeladennoù',
        en: 'Net change in members',
      },
      short: {
        fr: 'Solde des adhésions',
        br: 'Emdroadur an emezeladennoù',
        en: 'Net change in members',
      },
      definition: {
        fr: 'Nouvelles adhésions moins adhésions non renouvelées pendant la période.',
        en: 'New memberships less memberships not renewed during the period.',
      },
      dimensions: [],
      needs: ['observations', 'memberships', 'organisations', 'territories'],
      filters: ['network'],
      formula: {
        name: 'difference',
        from: 'members-joined',
        less: 'members-left',
      },
      topic: 'members',
    },
    {
      id: 'members-retention',
      seedId: 'I.members.retention',
      kind: 'rate',
      unit: 'percent',
      label: {
        fr: 'Fidélité des adhérents',
        br: 'Fealded an izili',
        en: 'Member retention',
      },
      short: {
        fr: 'Fidélité des adhérents',
        br: 'Fealded an izili',
        en: 'Member retention',
      },
      definition: {
        fr: 'Part des adhérents présents au début de la période qui le sont restés jusqu’à la fin.',
        en: 'Share of those who were members when the period began and still were when it ended.',
      },
      dimensions: [],
      needs: ['observations', 'memberships', 'organisations', 'territories'],
      filters: ['network'],
      formula: {
        name: 'complement',
        part: 'members-left',
        stock: 'members-stock',
        joined: 'members-joined',
        base: 'members-at-start',
      },
      topic: 'members',
    },
    {
      id: 'members-stock',
      seedId: 'I.members.stock',
      kind: 'stock',
      unit: 'members',
      label: {
        fr: 'Adhérents',
        br: 'Izili',
        en: 'Members',
      },
      short: {
        fr: 'Adhérents',
        br: 'Izili',
        en: 'Members',
      },
      definition: {
        fr: 'Organisations dont l’adhésion est en cours le dernier jour de la période.',
        en: 'Organisations whose membership is current on the last day of the period.',
      },
      dimensions: [
        {
          id: 'college',
          label: {
            fr: 'collège',
            br: 'skolaj',
            en: 'college',
          },
          exclusive: true,
          exhaustive: true,
        },
        {
          id: 'commune',
          label: {
            fr: 'commune',
            br: 'kumun',
            en: 'commune',
          },
          exclusive: true,
        },
      ],
      needs: ['observations', 'memberships', 'organisations', 'colleges', 'territories'],
      filters: ['network'],
      flow: {
        in: 'members-joined',
        out: 'members-left',
      },
      formula: {
        name: 'stock',
        collection: 'memberships',
      },
      atStart: {
        name: 'rollBack',
        minus: ['members-joined'],
        plus: ['members-left'],
        note: {
          fr: 'Calculé à rebours : les adhérents un an plus tard, moins ceux qui ont adhéré dans l’année, plus ceux qui sont partis.',
          br: 'Jedet war-gil: izili ur bloaz war-lerc’h, hep ar re o deus emezelet er bloaz, gant ar re zo aet kuit.',
          en: 'Worked out backwards: the members a year later, less those who joined during the year, plus those who left.',
        },
      },
      topic: 'members',
    },
  ],
};
