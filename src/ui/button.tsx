import type { ButtonHTMLAttributes, Ref } from 'react';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly variant?: 'primary' | 'secondary' | 'quiet';
  readonly ref?: Ref<HTMLButtonElement>;
};

/** `type` is `button` unless said otherwise: a button that submits a form by accident sends something. */
export function Button({ variant = 'primary', className = '', type = 'button', ...rest }: Props) {
  return <button type={type} className={`button button-${variant} ${className}`} {...rest} />;
}
