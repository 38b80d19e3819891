import { parsePeriod } from './period.ts';

/** What the schemas of the model ask beyond the form of a value, by the name that their shapes give it. */
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
