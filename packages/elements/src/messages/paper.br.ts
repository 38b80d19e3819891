import type { Translation } from './messages.ts';
import type { paper as fr } from './paper.fr.ts';

/** Breton texts of a report on paper. They wait for a speaker’s review. */
export const paper: Translation<typeof fr> = {
  paperFoot: '{title} – {publisher} – roadennoù an {date}',
  paperData: 'Roadennoù an {date}',
  paperIncomplete: 'Skouerenn diglok\u202f: ne oa ket karget pep tra c’hoazh',
  paperPrinted: 'Moullet d’an {date}',
  paperContents: 'Taolenn',
  paperSources: 'Mammennoù ar sifroù\u202f:',
  paperLive: 'An danevell vev',
  paperLiveWhy: 'Pep sifr a zigor e vammenn enni, hag ar roadennoù a c’heller pellgargañ.',
  paperQr: 'Kod QR\u202f: {address}',
  paperPreparing: 'O prientiñ ar moullañ…',
  paperLeft: 'Ar pezh a vank amañ a vez moullet gant «\u202fMoullañ an danevell\u202f».',
  paperLeftMap:
    'Ne oa ket ar gartenn-mañ war ar skramm c’hoazh. Moullet e vez gant «\u202fMoullañ an danevell\u202f», ha gwelet e vez war {address}.',
};
