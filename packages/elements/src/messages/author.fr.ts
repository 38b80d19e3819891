/** French texts of the loader to a page's author: loaded where a name is no widget's. */
export const author = {
  configWidget: 'Le widget «\u202f{name}\u202f» n’existe pas. Widgets possibles\u202f: {known}.',
  configWidgetNear: 'Le widget «\u202f{name}\u202f» n’existe pas. Les plus proches\u202f: {known}.',
} as const;
