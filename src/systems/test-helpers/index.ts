/* The app loads its system late; a test has it at once. */
export { kiss } from '../kiss/kiss.ts';
export * from '../throwaway.test-helper.ts';
