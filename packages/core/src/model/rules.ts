import { parsePeriod } from './period.ts';

/** Rules that the schemas of the model add to the form of a value. Shapes name them, and so share them with the schemas. */
export const modelRules = {
  period: (text: string) => parsePeriod(text) !== null,
  quantity: ({
    op,
    value,
    min,
    max,
  }: {
    op: string;
    value?: number | undefined;
    min?: number | undefined;
    max?: number | undefined;
  }) => (op === 'range' ? min !== undefined && max !== undefined && min <= max : value !== undefined),
} as const;
