export { ACCESS_KEY } from './use-access.ts';
