/**
 * Returns the misprint of a place, as cards and lines say it beside the right name; nothing where the document prints
 * none.
 */
export const misprint = ({
  printed,
}: {
  readonly printed?: Readonly<Record<string, string>> | undefined;
}): { readonly printed?: string } => {
  const text = printed?.['place'] ?? printed?.['town'];
  return text === undefined ? {} : { printed: text };
};
