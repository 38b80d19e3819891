import { expect } from '@open-wc/testing';
import { createDirectorySearch } from './search-code.ts';

describe('a search of signs alone', () => {
  const records = [
    { id: 'sun', name: 'Soleil 🌻' },
    { id: 'pair', name: 'Terre & mer' },
    { id: 'plain', name: 'Algue verte' },
  ];

  it('finds the names that have them, or nothing', async () => {
    const { search } = await createDirectorySearch(records);
    expect(search(' 🌻 ')).to.deep.equal(['sun']);
    expect(search('&')).to.deep.equal(['pair']);
    expect(search('§')).to.deep.equal([]);
    expect(search('terre &')).to.deep.equal(['pair']);
  });
});
