/** What a person did at the form while it was only a prerendered picture of itself. All of it is nothing once taken over. */
export type EarlyForm = {
  /** What stood in the number field when the app was about to show, as typed. */
  readonly national: string;
  readonly isFocused: boolean;
  /** Whether the field itself, and what is typed into it meanwhile, lives on in the app. */
  readonly livesOn: boolean;
  /** Ends it. Gives whether a press of "Send code" is still to be honoured, which is so once at most. */
  takeOver(): boolean;
};
