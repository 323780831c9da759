/** Why a door does not open for this tenant. An unknown reason of the server is `other`. */
export type Denial =
  | { readonly kind: 'payment-due'; readonly balanceDue: number | null; readonly paidThrough: string | null }
  | { readonly kind: 'other-unit-past-due' }
  | { readonly kind: 'not-started' }
  | { readonly kind: 'overlock' }
  | { readonly kind: 'operator-lockout' }
  | { readonly kind: 'auction' }
  | { readonly kind: 'out-of-service' }
  | { readonly kind: 'vacant' }
  /** An entry point that is denied because of a denied unit behind it. */
  | { readonly kind: 'because-of-unit' }
  /** An entry point that is not part of this tenant's access. */
  | { readonly kind: 'not-included' }
  /** `opensAt` is epoch ms; null when unknown. */
  | { readonly kind: 'outside-hours'; readonly opensAt: number | null }
  | { readonly kind: 'expired'; readonly expiredAt: number }
  | { readonly kind: 'other' };
