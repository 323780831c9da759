/** Why a door does not open for this person. A value that nobody has met yet is `other`: a denial, never an error. */
export type Denial =
  | { readonly kind: 'payment-due'; readonly balanceDue: number | null; readonly paidThrough: string | null }
  | { readonly kind: 'other-unit-past-due' }
  | { readonly kind: 'not-started' }
  | { readonly kind: 'overlock' }
  | { readonly kind: 'operator-lockout' }
  | { readonly kind: 'auction' }
  | { readonly kind: 'out-of-service' }
  | { readonly kind: 'vacant' }
  /** An entry point that would open if every unit behind it were permitted. */
  | { readonly kind: 'because-of-unit' }
  /** An entry point that is not part of this person's access. */
  | { readonly kind: 'not-included' }
  /** `opensAt` is epoch ms; null when it cannot be told. */
  | { readonly kind: 'outside-hours'; readonly opensAt: number | null }
  | { readonly kind: 'expired'; readonly expiredAt: number }
  | { readonly kind: 'other' };
