import type { Finding } from '../model/finding.ts';
import type { Check, CheckContext } from './check.ts';
import { type BilingualText, placeOf, report, subjectOf } from './shared/finding.ts';
import { fold, oneErrorApart, push } from './shared/text.ts';

const id = 'indicator-names';

/** Finds names of indicators that are not known, and one letter from one that is: slips, most often. */
function misspeltNames({ index, options }: CheckContext): ReadonlyMap<string, string> {
  const catalogue = Object.keys(options.indicators ?? {});
  const known = new Set(catalogue);
  const used = new Set(index.list('observations').flatMap(({ indicator }) => indicator ?? []));
  const lost = [...used].filter((name) => !known.has(name));
  const meantBy = (name: string): string | undefined =>
    catalogue.find((each) => oneErrorApart(each, name) || fold(each) === fold(name));
  return new Map(
    lost.flatMap((name) => {
      const meant = meantBy(name);
      return meant === undefined ? [] : [[name, meant] as const];
    }),
  );
}

function misspelt(context: CheckContext): readonly Finding[] {
  const near = misspeltNames(context);
  return context.index.list('observations').flatMap((o): readonly Finding[] => {
    const name = o.indicator ?? '';
    const meant = near.get(name);
    if (meant === undefined) return [];
    return [
      report({
        rule: id,
        severity: 'warning',
        certainty: 'likely',
        where: placeOf('observations', o, 'indicator'),
        subject: subjectOf(o),
        found: name,
        expected: meant,
        what: {
          fr: `aucun indicateur ne s'appelle « ${name} » ; le plus proche est « ${meant} »`,
          en: `no indicator is called "${name}"; the nearest one is "${meant}"`,
        },
        todo: { fr: `Si c'est lui, écrivez « ${meant} ».`, en: `If it is that one, write "${meant}".` },
      }),
    ];
  });
}

/** Finds indicators under one label: readers of a table or of a list cannot distinguish them. */
function sameLabels({ dataset, options }: CheckContext): readonly Finding[] {
  const labels = new Map<string, string[]>();
  const texts = new Map<string, BilingualText>();
  for (const [name, { label }] of Object.entries(options.indicators ?? dataset.measures?.indicators ?? {})) {
    if (!label) continue;
    push(labels, fold(label.fr), name);
    texts.set(name, { fr: label.fr, en: label['en'] ?? label.fr });
  }
  return [...labels.values()].flatMap(([name = '', ...others]) => {
    const subject = texts.get(name);
    if (!subject || others.length === 0) return [];
    const said = others.join(', ');
    return report({
      rule: id,
      severity: 'warning',
      certainty: 'likely',
      where: { file: 'measures.json', field: `indicators.${name}.label` },
      subject,
      found: name,
      expected: said,
      what: {
        fr: `un autre indicateur porte le même libellé : ${said}`,
        en: `another indicator has the same label: ${said}`,
      },
      todo: { fr: 'Donnez-leur des libellés différents.', en: 'Give them different labels.' },
    });
  });
}

/** Indicators of figures that are written otherwise than the catalogue calls them: they would be found by nobody. Indicators that share a label. */
export const indicatorNames: Check = {
  id,
  label: { fr: 'Noms d’indicateurs', en: 'Names of indicators' },
  needs: ['observations'],
  run: (context) => [...misspelt(context), ...sameLabels(context)],
};
