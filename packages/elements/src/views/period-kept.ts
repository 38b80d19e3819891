/** Returns the period that records are kept to: none where the page's author writes `period="any"`, whatever the provider's. */
export const periodKept = (period: string | undefined): string | undefined =>
  period === 'any' ? undefined : period || undefined;
