/** French texts of what a period leaves out of a map: loaded where it leaves something out. */
export const apart = {
  apartEvents: {
    one: '{count} événement dont la date est trop vague ou trop longue pour cette période',
    other: '{count} événements dont la date est trop vague ou trop longue pour cette période',
  },
  apartProjects: {
    one: '{count} projet qui peut dépasser cette période',
    other: '{count} projets qui peuvent dépasser cette période',
  },
} as const;
