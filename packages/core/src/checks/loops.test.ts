import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { withFault } from './testing/region.ts';

const rule = 'loops';

describe('what names itself', () => {
  it('is an error, be it through others', () => {
    expect(linesOf(rule, withFault('observations', 'joined', { derivedFrom: ['joined'] }))).toEqual([
      'error observations/joined derivedFrom: joined',
    ]);
    expect(linesOf(rule, withFault('events', 'salon', { partOf: 'salon' }))).toEqual([
      'error events/salon partOf: salon',
    ]);
    const around = withFault('territories', 'region-7', { parents: ['departement-77'] });
    expect(linesOf(rule, around)).toEqual([
      'error territories/departement-77 parents: departement-77',
      'error territories/region-7 parents: region-7',
    ]);
  });
});
