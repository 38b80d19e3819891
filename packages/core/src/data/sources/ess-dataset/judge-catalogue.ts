/** Reading a catalogue by its schemas. */

import { Catalogue, judgedFormulas } from '../../../model/index.ts';
import { judge } from '../judge.ts';

/** Returns the catalogue as its schema, and those of its formulas, read it. @throws EssError `schema` for what is no catalogue */
export const judgeCatalogue = (value: unknown, url: string): Catalogue =>
  judgedFormulas(judge(Catalogue, value, 'the catalogue', url));
