/** What a person did at the prerendered form before hydration. Empty after {@link PreHydrationInput.takeOver}. */
export type PreHydrationInput = {
  /** The text of the number field. */
  readonly national: string;
  readonly isFocused: boolean;
  /** Whether React hydrates the prerendered field, so that its text and focus stay. */
  readonly keepsField: boolean;
  /** Empties the input. Returns whether the form was submitted, and true at most once. */
  takeOver(): boolean;
};
