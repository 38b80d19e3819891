import { registerLanguage } from '@ess-widgets/elements/extend';

registerLanguage(
  'oc',
  // What a figure says: where one of its words is missing, all of it is French.
  {
    source: 'Font\u202f:',
    publisher: 'Donadas\u202f: {publisher}',
    dataOf: 'Donadas del {date}',
    figureSource: '{value}, {label}\u202f: veire la font',
    quality_computed: 'calculat',
    comparedWith: 'per rapòrt {period}',
  },
  {
    units: { members: 'aderent|aderents' },
    months: {
      long: 'genièr febrièr març abril mai junh julhet agost setembre octobre novembre decembre',
      short: 'gen. febr. març abr. mai junh jul. ag. set. oct. nov. dec.',
    },
    days: 'dimenge diluns dimars dimècres dijòus divendres dissabte',
    at: (day) => `lo ${day}`,
  },
);
