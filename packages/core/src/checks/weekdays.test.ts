import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';
import { clean, withFault } from './testing/region.ts';

const rule = 'weekdays';

describe('a day of the week', () => {
  it('is that of the printed date, whose year is the record’s', () => {
    const [finding] = findingsOf(rule, withFault('events', 'salon', { printed: { date: 'samedi 15 juin' } }));
    expect(finding).toMatchObject({ found: 'samedi 15 juin', expected: 'jeudi', certainty: 'likely' });
    expect(finding?.message['en']).toContain('15 June 2023 is a Thursday');
  });

  it('is read in titles too', () => {
    const titled = withFault('events', 'salon', { title: { fr: 'Salon du lundi 15 juin 2023' } });
    expect(linesOf(rule, titled)).toEqual(['warning events/salon title: lundi 15 juin 2023, expected jeudi']);
  });

  it('is read in the text of a document where the year is printed', () => {
    const texts = { bilan: 'Première ligne\nLe mardi 15 juin 2023 à Montval, et le lundi 3 juin.' };
    expect(linesOf(rule, clean, { texts })).toEqual(['warning bilan 2: mardi 15 juin 2023, expected jeudi']);
  });
});

describe('a day of the week in short, or before a date in figures', () => {
  const printed = (date: string) => linesOf(rule, withFault('events', 'salon', { printed: { date } }));

  it.each(['jeu. 15 juin', 'Jeudi 15/06/2023', 'Thu. 15 June'])('%s is right', (date) => {
    expect(printed(date)).toEqual([]);
  });

  it.each(['ven. 15 juin', 'Vendredi 15/06/2023', 'Fri. 15 June'])('%s is not', (date) => {
    expect(printed(date)).toHaveLength(1);
  });

  it('is no word of three letters', () => {
    expect(printed('Fête de la mer 15 juin')).toEqual([]);
  });
});
