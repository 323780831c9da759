/** The localStorage key of the snapshot. In its own file, because the entry needs the key but not the code that renders. */
export const SNAPSHOT_KEY = 'picture';
