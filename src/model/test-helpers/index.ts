/** For the tests of other modules (`#model/test-helpers`). Lint reports an import from any other file. */
export * from '../door.test-helper.ts';
