/* The query layer is handed its dialects; its tests hand it those that there are. */
export { allDialects } from '../../systems/dialects/all.ts';
