type Props = {
  label: string;
  /** "Page 3 of 7". */
  here: string;
  previous: { href: string; label: string } | null;
  next: { href: string; label: string } | null;
};

/** A list a page at a time, by plain links. */
export function PageLinks({ label, here, previous, next }: Props) {
  if (previous === null && next === null) return null;
  return (
    <nav aria-label={label} className="mt-4 flex flex-wrap gap-6">
      {previous ? (
        <a href={previous.href} rel="prev" className="py-1">
          {previous.label}
        </a>
      ) : null}
      <span className="py-1">{here}</span>
      {next ? (
        <a href={next.href} rel="next" className="py-1">
          {next.label}
        </a>
      ) : null}
    </nav>
  );
}
