import { describe, expect, it } from 'vitest';
import { collectionSchemas } from '../../model/index.ts';
import { mismatchOf } from './mismatch.ts';

const saidOf = (date: string) => {
  const record = { id: 'a', body: 'b', status: 'held', date };
  const { error } = collectionSchemas.meetings.safeParse(record);
  return error && mismatchOf(error, record).said;
};

describe('a day that is in no calendar', () => {
  it.each([
    ['2024-02-30', 'le 30 février n’existe pas', '30 February does not exist'],
    ['2024-04-31', 'le 31 avril n’existe pas', '31 April does not exist'],
    ['30/02/2024', 'le 30 février n’existe pas', '30 February does not exist'],
    ['2023-02-29', 'le 29 février 2023 n’existe pas', '29 February 2023 does not exist'],
  ])('is said to be none: %s', (date, fr, en) => {
    expect(saidOf(date)?.fr).toContain(fr);
    expect(saidOf(date)?.en).toContain(en);
  });

  it('is not looked for where the form is wrong', () => {
    expect(saidOf('15/06/2024')?.fr).toContain('2024-06-15');
    expect(saidOf('2024-13-01')?.fr).not.toContain('existe');
  });
});
