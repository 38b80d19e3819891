import type { Translation } from './messages.ts';
import type { overMap as fr } from './over-map.fr.ts';

/** Breton texts of what lies over the map. They wait for a speaker's review; what is missing falls back to French. */
export const overMap: Translation<typeof fr> = {
  overBy: '{indicator}, {by} – {period}',
  overBy_commune: 'dre gumun',
  overBy_epci: 'dre EPCI',
  overBy_departement: 'dre zepartamant',
  overBy_region: 'dre rannvro',
  overNoData: 'Roadenn ebet',
  overClassTo: '{from} da {to}',
  overValues: 'Diskouez an talvoudoù',
  overValuesHide: 'Kuzhat an talvoudoù',
  overColArea: 'Tiriad',
  overColValue: 'Talvoud',
  overMetres: '{n} m',
  overKilometres: '{km}\u202fkm',
  overFullScreen: 'Skramm leun',
  overFullScreenLeave: 'Kuitaat ar skramm leun',
  overOff: { other: 'Er-maez eus ar gartenn: {n}' },
  overParts: 'Kartenn diskouezet',
  overPartOwn: 'Kartenn bennañ',
  overPartFrance: 'Bro-C’hall',
  overPartRest: 'Lec’h all',
  overOffChosen: 'Er-maez eus ar gartenn emañ «\u202f{name}\u202f».',
};
