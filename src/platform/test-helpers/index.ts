/** For the tests of other modules (`#platform/test-helpers`). Lint reports an import from any other file. */
export * from '../fake-clock.test-helper.ts';
export * from '../platform.test-helper.ts';
