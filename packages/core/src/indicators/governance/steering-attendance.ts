import { quantity } from '../../model/quantity.ts';
import { UNKNOWN } from '../counting.ts';
import { byAffiliation, byGender } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';
import { unsaid } from '../recorded.ts';

const self = { id: 'steering-attendance', kind: 'flow', unit: 'people', occasions: true } as const;

/**
 * People at the meetings of the committee that steers the regional strategy: published counts, added where it met more than
 * once. Parts that do not add up to the total leave a part "not specified" (12 men and 11 women of 33: 10 unknown), never
 * a share out of 23. Section I.2.a.
 */
export const steeringAttendance = defineIndicator({
  ...self,
  label: {
    fr: 'Participation au comité de pilotage régional',
    br: 'Tud e poellgor sturiañ ar rannvro',
    en: 'Attendance of the regional steering committee',
  },
  definition: {
    fr: 'Personnes présentes aux réunions du comité de pilotage de la stratégie régionale de l’ESS.',
    en: 'People at the meetings of the steering committee of the regional strategy for the social economy.',
  },
  dimensions: [byAffiliation, byGender],
  needs: ['observations', 'categories'],
  parts: (context, dimension) => {
    const rest = unsaid(context, self, dimension);
    return rest === null ? null : new Map([[UNKNOWN, quantity(rest, self.unit)]]);
  },
});
