/** Returns pairs in one order, so that equal ones have the same spelling: `body=bureau status=held`. */
export const normalWhere = (where: string | undefined): string => (where ?? '').trim().split(/\s+/).sort().join(' ');
