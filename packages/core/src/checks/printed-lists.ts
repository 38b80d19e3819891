import type { Finding, Observation } from '../model/index.ts';
import type { Check } from './check.ts';
import { exactInteger, isAdditive } from './shared/amounts.ts';
import { type BilingualText, placeOf, report, subjectOf } from './shared/finding.ts';
import { writtenNumbers } from './shared/written-numbers.ts';

const id = 'printed-lists';

/** List after a number, in brackets or after a colon, where it names things: "4 towns (Albi, Auch and Muret)". */
const LIST = /^([^(:]+)(?:\(([^()]+)\)|: ?([^:()]+))\s*\.?$/u;

/** Words of a list that does not name all. */
const OPEN =
  /\b(?:dont|notamment|comme|exemple|etc|e\.g|including|such as|parmi|entre autres|soit|au moins)\b|…|\.\.\./iu;

/**
 * Returns the things that a text names after their number; none where it names only some, or where an item is no name.
 */
export function listedIn(text: string): readonly string[] {
  const [, before = '', inBrackets, afterColon] = LIST.exec(text.trim()) ?? [];
  if (!/\d/.test(before) && writtenNumbers(before).length === 0) return [];
  const list = inBrackets ?? afterColon ?? '';
  if (list === '' || OPEN.test(list)) return [];
  const items = list
    .split(/[,;]| (?:et|and|&) /u)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  // A name begins with a capital somewhere; numbers are another way to split.
  const areNames = items.every((item) => /\p{Lu}/u.test(item) && !/\d/.test(item));
  return items.length >= 2 && areNames ? items : [];
}

function listFinding(o: Observation, n: number, items: readonly string[]): Finding {
  const said = items.join(', ');
  return report({
    rule: id,
    severity: 'warning',
    certainty: 'likely',
    where: placeOf('observations', o, 'printed'),
    subject: subjectOf(o),
    found: `${items.length} (${said})`,
    expected: String(n),
    what: {
      fr: `le nombre annoncé est ${n}, la liste en nomme ${items.length} : ${said}`,
      en: `the announced number is ${n}, the list names ${items.length}: ${said}`,
    },
    todo: {
      fr: 'Relisez le nombre et la liste dans le document.',
      en: 'Read the number and the list again in the document.',
    },
  });
}

/** "21 organisations of 24", in figures and of one kind of thing. */
const OF =
  /(?<![\d.,])(\d{1,6})(?: (\p{L}+))?(?: \p{L}+)? (?:sur|of|out of) (?:les |the )?(\d{1,6})(?![\d.,%])(?: (\p{L}+))?/u;

function ratioFinding(o: Observation): Finding[] {
  const [, part, noun, whole, other] = OF.exec(o.printed ?? '') ?? [];
  if (part === undefined || whole === undefined || Number(part) <= Number(whole)) return [];
  // "35 h sur 5 jours": two kinds of things.
  if (other !== undefined && other !== noun) return [];
  const what: BilingualText = {
    fr: `${part} sur ${whole} : la partie est plus grande que le tout`,
    en: `${part} of ${whole}: the part is larger than the whole`,
  };
  return [
    report({
      rule: id,
      severity: 'warning',
      certainty: 'likely',
      where: placeOf('observations', o, 'printed'),
      subject: subjectOf(o),
      found: `${part} / ${whole}`,
      expected: `≤ ${whole}`,
      what,
      todo: {
        fr: 'Relisez les deux nombres dans le document.',
        en: 'Read both numbers again in the document.',
      },
    }),
  ];
}

/** Whether a text says a number, in figures or in letters. */
const says = (text: string, n: number): boolean =>
  new RegExp(`(?<![\\d.,])${n}(?![\\d.,])`).test(text) || writtenNumbers(text).includes(n);

/** Compares a number with the text printed beside it: the things that it names, the whole that it is a part of. */
export const printedLists: Check = {
  id,
  label: { fr: 'Nombres et listes imprimés', en: 'Printed numbers and lists' },
  needs: ['observations'],
  run: ({ index }) =>
    index.list('observations').flatMap((o) => {
      if (!o.printed) return [];
      const n = isAdditive(o.quantity.unit) ? exactInteger(o.quantity) : null;
      const items = n === null || !says(o.printed, n) ? [] : listedIn(o.printed);
      const list = n !== null && items.length > 0 && items.length !== n ? [listFinding(o, n, items)] : [];
      return [...list, ...ratioFinding(o)];
    }),
};
