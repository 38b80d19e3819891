/** Returns a text as it begins a sentence or a title: `Mai 2025`. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
