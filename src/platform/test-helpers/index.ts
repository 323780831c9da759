/** For other rooms' tests only (`#platform/test-helpers`); a test of the house sees to it that no code imports it. */
export * from '../fake-clock.test-helper.ts';
export * from '../platform.test-helper.ts';
