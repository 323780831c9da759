import type { ReactNode } from 'react';
import type { ApiProblem } from '#api';
import { useMessages } from '#i18n';
import { Callout } from '#ui';
import { problemMessage } from './problem-message.ts';
import { SupportLinks } from './support-links.tsx';

/** A failure in place of the content: our message, the server's message below it, and what to do next. */
export function ProblemNotice({
  problem,
  title,
  children,
  phone = null,
}: {
  readonly problem: ApiProblem;
  readonly title?: string;
  /** Usually a Retry button. */
  readonly children?: ReactNode;
  readonly phone?: string | null;
}) {
  const t = useMessages();
  return (
    <Callout tone="bad" {...(title === undefined ? {} : { title })}>
      <p>{problemMessage(t, problem)}</p>
      <ServerMessage text={problem.serverMessage} />
      {children ? <div className="actions">{children}</div> : null}
      <SupportLinks phone={phone} />
    </Callout>
  );
}

/** The server's message, rendered as text. */
export function ServerMessage({ text }: { readonly text: string | null }) {
  const t = useMessages();
  if (text === null) return null;
  return (
    <p className="server-words">
      {t.problems.serverSaid} <bdi>{text}</bdi>
    </p>
  );
}
