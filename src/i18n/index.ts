export { en as t } from './en.ts';
export * from './format.ts';
