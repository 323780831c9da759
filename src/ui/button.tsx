import type { ButtonHTMLAttributes, Ref } from 'react';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly variant?: 'primary' | 'secondary' | 'quiet';
  readonly ref?: Ref<HTMLButtonElement>;
};

/** `type` defaults to `button`, because HTML's default `submit` could send a form by accident. */
export function Button({ variant = 'primary', className = '', type = 'button', ...rest }: Props) {
  return <button type={type} className={`button button-${variant} ${className}`} {...rest} />;
}
