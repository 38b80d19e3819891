/** Rows of cells as aligned columns, two spaces apart; the last one is as wide as it likes. */
export function align(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length - 1));
  const widths = [...Array(columns).keys()].map((column) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[column] ?? '')), 0),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
  return lines.map((line) => `${line}\n`).join('');
}

/** Characters as a terminal shows them: a letter with its combining accents is one. */
const widthOf = (text: string): number => [...text.normalize('NFC')].length;
