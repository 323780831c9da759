/* The app loads its system on demand; tests import it directly. */
export { kiss } from '../kiss/kiss.ts';
export * from '../throwaway.test-helper.ts';
