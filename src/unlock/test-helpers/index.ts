/** For the tests of other modules (`#unlock/test-helpers`). Lint reports an import from any other file. */
export * from '../audio.test-helper.ts';
export { unlockerInState } from '../unlock.test-helper.ts';
export * from '../wake-lock.test-helper.ts';
