/** What a command came to. It is kept with its key and given again as it is. */
export type CommandAnswer = { readonly status: number; readonly body: object };
