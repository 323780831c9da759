/** ` · ` and a name of the system's, isolated from the text around it; nothing without one. */
export function DottedName({ name }: { readonly name: string | null }) {
  return name ? (
    <>
      {' · '}
      <bdi>{name}</bdi>
    </>
  ) : null;
}
