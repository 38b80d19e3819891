/** The catalogue of the Breton data set: every formula is in it. */
import { readFileSync } from 'node:fs';
import { indicatorsOf } from '@ess-widgets/core/indicators';
import { Catalogue } from '@ess-widgets/core/model';

const FILE = new URL('../../bretagne/data/catalogue.json', import.meta.url);

export const catalogue = indicatorsOf({ catalogue: Catalogue.parse(JSON.parse(readFileSync(FILE, 'utf8'))) });
