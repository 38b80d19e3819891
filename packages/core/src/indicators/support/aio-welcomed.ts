import { defineIndicator } from '../indicator.ts';

/**
 * Those received, by public, in the unit that each is counted in: people and organisations are never added, and someone may
 * come for an organisation, so there is no total. Published only. Section II.2.
 */
export const aioWelcomed = defineIndicator({
  id: 'aio-welcomed',
  seedId: 'II.aio.welcomed',
  kind: 'flow',
  unit: 'people',
  otherUnits: ['organisations'],
  label: {
    fr: 'Publics accueillis et orientés',
    br: 'Tud hag aozadurioù degemeret',
    en: 'People and organisations received',
  },
  definition: {
    fr: 'Porteurs de projet, organisations et représentants reçus, informés et orientés pendant la période.',
    en: 'Project holders, organisations and representatives received, informed and directed during the period.',
  },
  dimensions: [{ id: 'public', label: { fr: 'public', br: 'seurt tud', en: 'public' }, exclusive: false }],
  needs: ['observations', 'categories'],
});
