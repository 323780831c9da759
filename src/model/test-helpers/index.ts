/** For other rooms' tests only (`#model/test-helpers`); a test of the house sees to it that no code imports it. */
export * from '../door.test-helper.ts';
