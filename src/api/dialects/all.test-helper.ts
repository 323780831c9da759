/* For tests only: the query layer itself gets its dialects as a parameter. */
export { allDialects } from '../../systems/dialects/all.ts';
