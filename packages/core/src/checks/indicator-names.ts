import { closest } from '../model/closest.ts';
import { editDistance, type Finding, fold, type Observation, push } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { type BilingualText, placeOf, report } from './shared/finding.ts';

const id = 'indicator-names';

/** Whether a name is another one with a few slips, or with words more or less: `staff-fte-moyen`. */
const isNear = (a: string, b: string): boolean =>
  a.includes(b) ||
  b.includes(a) ||
  editDistance(fold(a), fold(b), Math.ceil(Math.min(a.length, b.length) / 4)) !== null;

/**
 * Finds indicators of figures that no catalogue defines, once each, with the nearest name that one has. Nothing is said where
 * no catalogue is known.
 */
function unknownNames({ index, options }: CheckContext): readonly Finding[] {
  if (!options.indicators) return [];
  const known = Object.keys(options.indicators);
  const figures = new Map<string, Observation[]>();
  for (const o of index.list('observations'))
    if (o.indicator && !Object.hasOwn(options.indicators, o.indicator)) push(figures, o.indicator, o);
  return [...figures].map(([name, list]): Finding => {
    const [first] = list;
    const nearest = closest(name, known).find((each) => isNear(name, each));
    const n = list.length;
    return report({
      rule: id,
      severity: 'error',
      certainty: 'certain',
      where: { ...(first ? placeOf('observations', first, 'indicator') : {}), collection: 'observations' },
      subject: { fr: `Indicateur « ${name} »`, en: `Indicator "${name}"` },
      found: name,
      ...(nearest === undefined ? {} : { expected: nearest }),
      what: {
        fr: `il n'est dans aucun catalogue : ${n === 1 ? 'ce chiffre ne sera montré' : `ces ${n} chiffres ne seront montrés`} nulle part`,
        en: `it is in no catalogue: ${n === 1 ? 'this figure is' : `these ${n} figures are`} shown nowhere`,
      },
      todo:
        nearest === undefined
          ? {
              fr: 'Définissez cet indicateur dans le catalogue, ou ôtez « indicator ».',
              en: 'Define this indicator in the catalogue, or take "indicator" away.',
            }
          : {
              fr: `Le nom le plus proche est « ${nearest} » : écrivez-le si c'est lui, sinon définissez cet indicateur dans le catalogue.`,
              en: `The nearest name is "${nearest}": write that one if it is meant, else define this indicator in the catalogue.`,
            },
    });
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

/** Indicators of figures that no catalogue defines, which nobody would find; and indicators that share a label. */
export const indicatorNames: Check = {
  id,
  label: { fr: 'Noms d’indicateurs', en: 'Names of indicators' },
  needs: ['observations'],
  run: (context) => [...unknownNames(context), ...sameLabels(context)],
};
