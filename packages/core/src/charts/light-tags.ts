/** The elements of the light form, each with its attributes: hosts write a still of another server with no others. */

const EVERYWHERE = ['class', 'lang'];
const OF_HTML: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'br caption details div figcaption figure h2 h3 h4 h5 h6 li ol p span strong summary table tbody td tfoot thead tr ul'
      .split(' ')
      .map((name) => [name, []]),
  ),
  a: ['href'],
  details: ['open'],
  th: ['scope'],
  time: ['datetime'],
};
const OF_SVG: Readonly<Record<string, readonly string[]>> = {
  svg: ['viewBox', 'width', 'height', 'role', 'aria-hidden', 'aria-label', 'preserveAspectRatio', 'x', 'y'],
  g: ['transform'],
  path: ['d', 'transform'],
  circle: ['cx', 'cy', 'r'],
  rect: ['x', 'y', 'width', 'height', 'rx'],
  line: ['x1', 'y1', 'x2', 'y2'],
  text: ['x', 'y', 'dy', 'text-anchor'],
  polyline: ['points'],
};

/** Names of attributes by element. */
export const lightTags: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({ ...OF_HTML, ...OF_SVG }).map(([name, own]) => [name, [...EVERYWHERE, ...own]]),
);
