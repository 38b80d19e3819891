import { registerLanguage } from '@ess-widgets/elements/extend';

registerLanguage(
  'oc',
  { loading: 'Cargament de las donadas…', retry: 'Tornar ensajar', source: 'Font :', quality_computed: 'calculat' },
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
