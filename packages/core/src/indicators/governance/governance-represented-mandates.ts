import { add } from '../../model/algebra.ts';
import { derived, measureOf } from '../derive.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';
import { governanceAttendance } from './governance-attendance.ts';

const COUNTED = ['present', 'excused-represented'];

/**
 * (present + excused and represented) / convened: the two parts of the attendance that take part in decisions. They may be
 * added only because they are disjoint parts of one base. Each is a rounded mean, so their sum may be a point off.
 * Section I.1.b.
 */
export const governanceRepresentedMandates = defineIndicator({
  id: 'governance-represented-mandates',
  seedId: 'I.governance.represented-mandates',
  kind: 'rate',
  unit: 'percent',
  label: { fr: 'Mandats représentés', br: 'Karguidi dileuriet', en: 'Seats represented' },
  definition: {
    fr: 'Part moyenne des mandats du conseil d’administration présents ou représentés lors des décisions.',
    en: 'Mean share of the seats of the board that are present or represented when it decides.',
  },
  dimensions: [],
  needs: ['observations'],
  value: (context) => {
    const parts = COUNTED.map((attendance) => part(context, attendance));
    const [present = null, represented = null] = parts.map((m) => m.quantity);
    const oneBase = present?.base !== undefined && present.base === represented?.base;
    return derived(oneBase ? add(present, represented, { disjoint: true }) : null, ...parts);
  },
});

const part = (context: IndicatorContext, attendance: string) =>
  measureOf(governanceAttendance, { ...context, where: { ...context.where, attendance } });
