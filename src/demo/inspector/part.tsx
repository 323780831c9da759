import { type ReactNode, useId } from 'react';

/** One part of the inspector, under its own heading. */
export function Part({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="inspector-part" aria-labelledby={id}>
      <div className="inspector-head">
        <h3 id={id}>{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
