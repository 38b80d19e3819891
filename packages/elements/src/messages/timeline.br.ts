import type { Translation } from './messages.ts';
import type { timeline as fr } from './timeline.fr.ts';

/** Breton texts of timelines. They wait for a speaker's review; what is missing falls back to French and says so. */
export const timeline: Translation<typeof fr> = {
  timelineTitle: 'Deiziadoù',
  timelineCount: { two: '{n} zeiziad', many: '{n} a zeiziadoù', other: '{n} deiziad' },
  timelineEmpty: 'Deiziad ebet er roadennoù-mañ',
  timelineNoMatch: 'Deiziad ebet ne glot',
  timelineNoDate: 'Hep deiziad',
  timelineRough: '{year}, miz da resisaat',
  timelineMore: 'Diskouez ar peurrest',
  timelineShown: '{n} diwar {all}',
  timelineNowShown: '{n} deiziad diskouezet diwar {all}',
  timelinePrintRest: { other: 'ha {n} all, n’int ket moullet' },
  timelineInFavour: '{value} a-du',
  timelineUntitled: 'Hep titl',
  timelineOf_meetings: 'Emvod',
  timelineOf_votes: 'Votadeg',
  timelineOf_events: 'Darvoud',
  timelineOf_memberships: 'Emezeladur',
  timelineOf_publications: 'Embannadur',
  timelineOf_projects: 'Raktres',
  timelineOf_calls: 'Galv',
  timelineLeft: 'Kuitadur',
};
