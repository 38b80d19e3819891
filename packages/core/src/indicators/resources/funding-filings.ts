import { records } from '../../model/coverage.ts';
import type { FundingFiling } from '../../model/funding-filing.ts';
import { type Countable, countBy, counted, covers, select } from '../counting.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';

const how: Countable<FundingFiling> = {
  dateOf: (f) => f.period,
  territoriesOf: () => null,
  categoryOf: (f, dimension) => (dimension === 'stage' ? f.stage : undefined),
};

/**
 * Files handed in to funds in the period, by stage: applications, advances, balances. Dated by when they were handed in, not
 * by the year that they are about. Counted where the list is complete, published otherwise. Section IV.4.b.
 */
export const fundingFilings = defineIndicator({
  id: 'funding-filings',
  seedId: 'IV.funding.filings',
  kind: 'flow',
  unit: 'filings',
  label: { fr: 'Dossiers de financement déposés', br: 'Teuliadoù arc’hantaouiñ', en: 'Funding files handed in' },
  definition: {
    fr: 'Dossiers déposés auprès des fonds pendant la période : demandes, acomptes et soldes.',
    en: 'Files handed in to funds during the period: applications, advances and balances.',
  },
  dimensions: [{ id: 'stage', label: { fr: 'étape', br: 'pazenn', en: 'stage' }, exclusive: true, exhaustive: true }],
  needs: ['observations', 'filings'],
  valueLabels: {
    stage: {
      application: { fr: 'demandes', br: 'goulennoù', en: 'applications' },
      advance: { fr: 'acomptes', br: 'rakpaeamantoù', en: 'advances' },
      balance: { fr: 'soldes', br: 'dilerc’hioù', en: 'balances' },
      other: { fr: 'autres', br: 're all', en: 'others' },
    },
  },
  value: (context) => {
    const list = filingsOf(context);
    return list && counted(list, 'filings', covers(context, 'filings'));
  },
  parts: (context, dimension) => {
    const list = filingsOf(context);
    if (!list) return null;
    const complete = list.unclear === 0 && covers(context, 'filings');
    return countBy(list.found, (f) => how.categoryOf(f, dimension, context), 'filings', { complete });
  },
});

/** A file is about no territory that we know of. */
function filingsOf(context: IndicatorContext) {
  return context.territory === undefined ? select(records(context.dataset, 'filings'), context, how) : null;
}
