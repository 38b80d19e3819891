import { columnsOf, type TableCollection, tableCollections } from '@ess-widgets/core/charts';
import { collectionSchemas, type Dataset } from '@ess-widgets/core/model';
import { expect } from '@open-wc/testing';
import { base } from '../texts/base.fr.ts';
import { charts } from '../texts/charts.fr.ts';
import { texts as english } from '../texts/en.ts';
import { table } from '../texts/table.fr.ts';
import { localize } from '../texts/texts.ts';
import { recordsTable } from './records-table.ts';

const texts = {
  fr: localize('fr', { ...base, ...charts, ...table }, {}),
  en: localize('en', english, {}),
};

/** Definition of a zod schema, as far as the walk reads it. */
interface Def {
  readonly type: string;
  readonly innerType?: { readonly _zod: { readonly def: Def } };
  readonly entries?: Readonly<Record<string, string>>;
}

/** The values of an enum, whatever makes it optional. */
function valuesOf({ innerType, entries }: Def): readonly string[] {
  return innerType ? valuesOf(innerType._zod.def) : Object.values(entries ?? {});
}

/** Each column of each table whose values are the model's own words. */
const columns = tableCollections.flatMap((collection) => {
  const shape = collectionSchemas[collection].def.shape as Readonly<Record<string, { readonly _zod: { def: Def } }>>;
  return columnsOf(collection).flatMap((column) => {
    const values = valuesOf(shape[column]?._zod.def ?? { type: 'none' });
    return values.length > 0 ? [{ collection, column, values }] : [];
  });
});

/** Returns the text that a table shows for one value. */
function shown(lang: 'fr' | 'en', collection: TableCollection, column: string, value: string): string {
  const manifest = { collections: {}, documents: {}, language: 'fr' };
  const dataset = { manifest, base: '', collections: { [collection]: [{ id: 'x', [column]: value }] } };
  const asked = { collection, columns: column, period: undefined, territory: undefined, where: undefined };
  const made = recordsTable(dataset as unknown as Dataset, asked, texts[lang]);
  const cell = made?.grid.rows[0]?.cells[0];
  return cell && 'text' in cell ? cell.text.text : JSON.stringify(cell);
}

/** French words that are written as their codes are. */
const SAME = ['site', 'dissolution'];

describe('a table of records', () => {
  it('shows a word for each value of each enum of the model, in French and in English', () => {
    expect(columns.length).to.be.greaterThan(10);
    for (const { collection, column, values } of columns) {
      for (const value of values) {
        const place = `${collection}.${column}: ${value}`;
        if (!SAME.includes(value)) expect(shown('fr', collection, column, value), place).not.to.equal(value);
        expect(english, place).to.have.property(`word_${value}`);
        expect(table, place).to.have.property(`word_${value}`);
        expect(shown('en', collection, column, value), place).not.to.match(/[a-z]-[a-z]|_/);
      }
    }
  });

  it('reads words of one column there alone: elsewhere they are what a source wrote', () => {
    expect(shown('fr', 'movements', 'direction', 'in')).to.equal('entrée');
    expect(shown('fr', 'filings', 'stage', 'application')).to.equal('demande');
    for (const word of ['in', 'out', 'application'])
      expect(shown('fr', 'publications', 'format', word), word).to.equal(word);
  });
});
