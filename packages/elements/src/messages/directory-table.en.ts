import type { directoryTable as fr } from './directory-table.fr.ts';
import type { Translation } from './messages.ts';

/** English texts of the directory as a table. */
export const directoryTable: Translation<typeof fr> = {
  dirTableShown: 'Table shown',
  dirMapShown: 'Map shown',
  dirListShown: 'List shown',
  dirTableCaption: 'Content of the map and of the list',
  dirColName: 'Name',
  dirColCategory: 'Category or kind',
  dirColPlace: 'Place',
  dirColPrecision: 'Position',
  dirColDate: 'Date',
  dirPrecisionAddress: 'address',
  dirPrecisionCommune: 'town',
  dirPrecisionTerritory: 'territory',
  dirStatusHeld: 'held',
};
