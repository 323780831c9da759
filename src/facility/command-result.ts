/** The response to an open command. It is stored with its idempotency key and repeated unchanged. */
export type CommandResult = { readonly status: number; readonly body: object };
