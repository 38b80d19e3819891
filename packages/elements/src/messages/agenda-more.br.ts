import type { agendaMore as fr } from './agenda-more.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts of the agenda's month, of its filters and of its calendar. They wait for a speaker's review. */
export const agendaMore: Translation<typeof fr> = {
  agendaMonthShown: 'Diskouezet eo ar miz',
  agendaListShown: 'Diskouezet eo ar roll',
  agendaMonthBefore: 'Miz kent',
  agendaMonthAfter: 'Miz war-lerc’h',
  agendaMonthToday: 'Distreiñ da hiziv',
  agendaMonthHelp:
    'Gant ar biroù e vez cheñchet deiz, gant Pajenn gent ha Pajenn war-lerc’h e vez cheñchet miz. Roll an deiz a heuilh ar gael.',
  agendaMonthOf: { many: '{month} : {count} a emgavioù', other: '{month} : {count} emgav' },
  agendaMonthNone: 'Emgav deiziadet ebet er miz-mañ.',
  agendaDayOf: { many: '{day}, {count} a emgavioù', other: '{day}, {count} emgav' },
  agendaDayToday: '{day}, hiziv',
  agendaDayNone: 'Emgav ebet en deiz-se.',
  agendaCancelledTitle: '{title} (nullet)',
  agendaRough: 'Deiz da resisaat',
  agendaUndated: {
    many: '{count} a emgavioù n’eus ket a zeiz resis dezho n’emaint nemet er roll.',
    other: '{count} emgav n’eus ket a zeiz resis dezhañ n’emañ nemet er roll.',
  },
  agendaBy_place: 'Lec’h',
  agendaBy_departement: 'Departamant',
  agendaBy_organiser: 'Aozer',
  agendaBy_theme: 'Tem',
  agendaBy_mode: 'War al lec’h pe enlinenn',
  agendaAny: 'An holl',
  agendaOnSite: 'War al lec’h',
  agendaOnline: 'Enlinenn',
  agendaOption: '{label} ({n})',
  agendaClear: 'Diverkañ ar siloù',
  agendaFound: { many: '{count} a emgavioù a glot', other: '{count} emgav a glot' },
  agendaNoChoice: 'N’eus netra d’ober an dibab etre an emgavioù-mañ.',
  agendaIcsLeft: '{n} diwar {all} deiziad zo en deiziataer-mañ\u202f: ne ouzer nag an deiz nag ar miz evit ar re all.',
};
