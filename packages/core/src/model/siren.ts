const digitsOf = (text: string): string => text.replace(/\s/gu, '');

/** Whether a text is nine digits, however they are spaced. */
export const isSiren = (text: string): boolean => /^\d{9}$/.test(digitsOf(text));

/** Whether the digits of a number pass their own check (Luhn), as those of every real SIREN do. */
export function hasCheckDigit(siren: string): boolean {
  const digits = digitsOf(siren);
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    sum += at % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** Returns the nine digits of a SIREN number that passes its own check; null for any other text. */
export const validSiren = (text: string | null | undefined): string | null =>
  text && isSiren(text) && hasCheckDigit(text) ? digitsOf(text) : null;
